package id.espm.sandbox.ca;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;

/**
 * The keys that the CA itself needs: its own and those of its services. With a folder each lies there as one PEM file,
 * key (PKCS #8, no passphrase: it protects nothing real) and chain.
 */
final class KeyVault {
    private final Optional<Path> folder;
    private final Map<String, IssuedKey> keys = new HashMap<>();

    private KeyVault(Optional<Path> folder) {
        this.folder = folder;
    }

    static KeyVault inMemory() {
        return new KeyVault(Optional.empty());
    }

    static KeyVault inFolder(Path folder) {
        return new KeyVault(Optional.of(folder));
    }

    /** The key of that name, made on first need. */
    synchronized IssuedKey get(String name, Supplier<IssuedKey> maker) {
        IssuedKey known = keys.get(name);
        if (known == null) {
            try {
                known = loadOrMake(name, maker);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            keys.put(name, known);
        }
        return known;
    }

    private IssuedKey loadOrMake(String name, Supplier<IssuedKey> maker) throws IOException {
        if (folder.isEmpty()) {
            return maker.get();
        }
        Path file = folder.get().resolve(name + ".pem");
        if (Files.exists(file)) {
            return read(file);
        }
        IssuedKey made = maker.get();
        OwnerOnlyFile.write(file, toPem(made).getBytes(StandardCharsets.US_ASCII));
        return made;
    }

    private static String toPem(IssuedKey key) throws IOException {
        StringWriter text = new StringWriter();
        try (JcaPEMWriter pem = new JcaPEMWriter(text)) {
            pem.writeObject(new JcaPKCS8Generator(key.privateKey(), null));
            for (X509Certificate certificate : key.chain()) {
                pem.writeObject(certificate);
            }
        }
        return text.toString();
    }

    private static IssuedKey read(Path file) throws IOException {
        Optional<PrivateKey> key = Optional.empty();
        List<X509Certificate> chain = new ArrayList<>();
        try (PEMParser pem = new PEMParser(new StringReader(Files.readString(file, StandardCharsets.US_ASCII)))) {
            for (Object part = pem.readObject(); part != null; part = pem.readObject()) {
                if (part instanceof PrivateKeyInfo info) {
                    key = Optional.of(new JcaPEMKeyConverter().getPrivateKey(info));
                } else if (part instanceof X509CertificateHolder holder) {
                    chain.add(new JcaX509CertificateConverter().getCertificate(holder));
                }
            }
        } catch (CertificateException e) {
            throw new IOException("The practice key " + file + " is damaged", e);
        }
        if (key.isEmpty() || chain.isEmpty()) {
            throw new IOException("The practice key " + file + " is damaged; delete it to have a new one made");
        }
        return new IssuedKey(key.get(), chain);
    }
}
