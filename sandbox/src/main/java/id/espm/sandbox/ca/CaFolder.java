package id.espm.sandbox.ca;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The files of a CA on disk. Only the trust anchors lie in the folder itself, so that it can be given to a program as
 * its folder of anchors; all else is under {@code private/}.
 *
 * @param folder the CA's folder
 * @param addresses where its services answer, for good
 */
record CaFolder(Path folder, PkiAddresses addresses) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Makes what is missing, and chooses the port of the services the first time. */
    static CaFolder prepare(Path folder) throws IOException {
        OwnerOnlyFile.createFolder(folder.resolve("private"));
        Path file = folder.resolve("private").resolve("addresses.json");
        if (!Files.exists(file)) {
            OwnerOnlyFile.write(file, JSON.writeValueAsBytes(PkiAddresses.onFreePort()));
        }
        requireKeys(folder);
        try {
            return new CaFolder(folder, JSON.readValue(Files.readAllBytes(file), PkiAddresses.class));
        } catch (JacksonException e) {
            throw new IOException("The practice CA's file " + file + " is damaged", e);
        }
    }

    /** Keys are written before their anchors; an anchor alone means that somebody took the keys away. */
    private static void requireKeys(Path folder) throws IOException {
        for (Issuer issuer : Issuer.values()) {
            String name = issuer.fileName() + ".pem";
            Path key = folder.resolve("private").resolve(name);
            if (Files.exists(folder.resolve(name)) && !Files.exists(key)) {
                throw new NoSuchFileException(
                        key.toString(), null, "a new key would not be that of the certificates which are there");
            }
        }
    }

    Path privateFolder() {
        return folder.resolve("private");
    }

    Path register() {
        return privateFolder().resolve("register.json");
    }

    void writeAnchors(X509Certificate root, X509Certificate intermediate) throws IOException {
        writeAnchor(Issuer.ROOT, root);
        writeAnchor(Issuer.INTERMEDIATE, intermediate);
    }

    private void writeAnchor(Issuer issuer, X509Certificate certificate) throws IOException {
        StringWriter text = new StringWriter();
        try (JcaPEMWriter pem = new JcaPEMWriter(text)) {
            pem.writeObject(certificate);
        }
        Path file = anchor(issuer);
        byte[] content = text.toString().getBytes(StandardCharsets.US_ASCII);
        if (!Files.exists(file)) {
            OwnerOnlyFile.write(file, content);
        } else if (!Arrays.equals(Files.readAllBytes(file), content)) {
            throw new IOException("The trust anchor " + file + " is not that of the key in " + privateFolder());
        }
    }

    private Path anchor(Issuer issuer) {
        return folder.resolve(issuer.fileName() + ".pem");
    }
}
