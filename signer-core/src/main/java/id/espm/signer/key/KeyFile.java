package id.espm.signer.key;

import id.espm.signer.Problem;
import id.espm.signer.SignerException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.UnrecoverableKeyException;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1InputStream;
import org.bouncycastle.asn1.pkcs.Pfx;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.jspecify.annotations.Nullable;

/**
 * Opens the official's {@code .p12} (RFC 7292) with its passphrase. The platform's reader is tried first and Bouncy Castle's
 * second, because each opens files that the other refuses: old RC2-40 and 3DES files open as well as PBES2 ones.
 */
public final class KeyFile {
    /** A .p12 holds a key and a few certificates; what is larger is something else. */
    private static final long MAX_SIZE = 4L << 20;

    private final Path file;
    private final byte[] content;
    private final Optional<Provider> preferred;

    private KeyFile(Path file, byte[] content, Optional<Provider> preferred) {
        this.file = file;
        this.content = content;
        this.preferred = preferred;
    }

    /**
     * Opens the one signing key in a file.
     *
     * @param passphrase stays the caller's to wipe
     * @throws SignerException one of the {@link Problem.OfKey} cases, or {@link Problem.FileUnreadable}
     */
    public static SigningKey open(Path file, Secret passphrase) throws SignerException {
        return open(read(file, Optional.empty()), passphrase);
    }

    /**
     * Opens the one signing key in a file, to sign by a chosen provider.
     *
     * @param passphrase stays the caller's to wipe
     * @param preferred  signs where it takes the key, else the platform's own does; it is used by this key alone and need
     *     not be installed
     * @throws SignerException one of the {@link Problem.OfKey} cases, or {@link Problem.FileUnreadable}
     */
    public static SigningKey open(Path file, Secret passphrase, Provider preferred) throws SignerException {
        return open(read(file, Optional.of(preferred)), passphrase);
    }

    private static SigningKey open(KeyFile keyFile, Secret passphrase) throws SignerException {
        List<SigningKey> keys = new ArrayList<>();
        try {
            keys.addAll(keyFile.keys(keyFile.load(passphrase), passphrase));
            return keyFile.only(keys);
        } finally {
            if (keys.size() > 1) {
                keys.forEach(SigningKey::close);
            }
        }
    }

    private static KeyFile read(Path file, Optional<Provider> preferred) throws SignerException {
        byte[] content;
        try {
            if (Files.size(file) > MAX_SIZE) {
                throw new SignerException(new Problem.NotPkcs12(file));
            }
            content = Files.readAllBytes(file);
        } catch (IOException e) {
            throw new SignerException(new Problem.FileUnreadable(file), e);
        }
        KeyFile keyFile = new KeyFile(file, content, preferred);
        keyFile.requirePfx();
        return keyFile;
    }

    /** What does not even begin like a PFX ({@code SEQUENCE { INTEGER 3, …}}) is no PKCS#12; what breaks off later is damaged. */
    private void requirePfx() throws SignerException {
        if (isPem()) {
            throw new SignerException(new Problem.PemNotUsable(file));
        }
        if (!beginsLikePfx()) {
            throw new SignerException(new Problem.NotPkcs12(file));
        }
        try (ASN1InputStream in = new ASN1InputStream(content)) {
            Pfx.getInstance(in.readObject());
        } catch (IOException | IllegalArgumentException | IllegalStateException | ClassCastException e) {
            throw new SignerException(new Problem.KeyFileDamaged(file), e);
        }
    }

    private boolean isPem() {
        int length = Math.min(content.length, 1 << 16);
        return new String(content, 0, length, StandardCharsets.ISO_8859_1).contains("-----BEGIN ");
    }

    private boolean beginsLikePfx() {
        if (content.length < 8 || content[0] != 0x30) {
            return false;
        }
        int lengthByte = content[1] & 0xff;
        int version = lengthByte <= 0x80 ? 2 : 2 + (lengthByte & 0x7f);
        return version + 3 <= content.length
                && content[version] == 0x02
                && content[version + 1] == 0x01
                && content[version + 2] == 0x03;
    }

    private KeyStore load(Secret passphrase) throws SignerException {
        Exception first;
        try {
            KeyStore store = loadWith(KeyStore.getInstance("PKCS12"), passphrase);
            if (hasKey(store)) {
                return store;
            }
            first = new KeyStoreException("no key entry");
        } catch (GeneralSecurityException | IOException e) {
            first = e;
        }
        // The platform passes over keys that are not encrypted by themselves, which Bouncy Castle finds.
        try {
            return loadWith(KeyStore.getInstance("PKCS12", new BouncyCastleProvider()), passphrase);
        } catch (GeneralSecurityException | IOException second) {
            first.addSuppressed(second);
            throw first instanceof KeyStoreException
                    ? new SignerException(new Problem.NoPrivateKey(file), first)
                    : explain(first, second, passphrase);
        }
    }

    private static boolean hasKey(KeyStore store) throws KeyStoreException {
        for (String alias : Collections.list(store.aliases())) {
            if (store.isKeyEntry(alias)) {
                return true;
            }
        }
        return false;
    }

    private KeyStore loadWith(KeyStore store, Secret passphrase) throws GeneralSecurityException, IOException {
        try {
            store.load(new ByteArrayInputStream(content), passphrase.expose());
            return store;
        } catch (RuntimeException e) {
            // Both readers answer some damaged files with exceptions such as NullPointerException.
            throw new IOException(e);
        }
    }

    private SignerException explain(Exception first, Exception second, Secret passphrase) {
        if (saysWrongPassphrase(first) || saysWrongPassphrase(second)) {
            return new SignerException(new Problem.WrongPassphrase(file, passphrase.blankAtEdge()), first);
        }
        String algorithm = unknownAlgorithm(first);
        return algorithm == null
                ? new SignerException(new Problem.KeyFileDamaged(file), first)
                : new SignerException(new Problem.KeyAlgorithmUnsupported(file, algorithm), first);
    }

    private static boolean saysWrongPassphrase(Exception e) {
        String message = e.getMessage() == null ? "" : e.getMessage();
        return e instanceof UnrecoverableKeyException
                || e.getCause() instanceof UnrecoverableKeyException
                || message.contains("password was incorrect")
                || message.contains("wrong password");
    }

    private static @Nullable String unknownAlgorithm(Exception e) {
        for (Throwable t = e; t != null; t = t.getCause()) {
            if (t instanceof NoSuchAlgorithmException) {
                return String.valueOf(t.getMessage());
            }
        }
        return null;
    }

    private List<SigningKey> keys(KeyStore store, Secret passphrase) throws SignerException {
        List<SigningKey> keys = new ArrayList<>();
        try {
            for (String alias : Collections.list(store.aliases())) {
                List<X509Certificate> chain = x509(store.getCertificateChain(alias));
                if (!chain.isEmpty() && store.getKey(alias, passphrase.expose()) instanceof PrivateKey key) {
                    keys.add(SigningKey.of(key, chain, file, preferred));
                }
            }
        } catch (UnrecoverableKeyException e) {
            throw new SignerException(new Problem.WrongPassphrase(file, passphrase.blankAtEdge()), e);
        } catch (GeneralSecurityException e) {
            throw new SignerException(new Problem.KeyFileDamaged(file), e);
        }
        return keys;
    }

    private SigningKey only(List<SigningKey> keys) throws SignerException {
        if (keys.isEmpty()) {
            throw new SignerException(new Problem.NoPrivateKey(file));
        }
        if (keys.size() > 1) {
            throw new SignerException(new Problem.SeveralKeys(
                    file.toString(),
                    keys.stream()
                            .map(SigningKey::identity)
                            .map(id -> new Problem.OfferedKey(id.serialHex(), id.nama()))
                            .toList()));
        }
        return keys.getFirst();
    }

    private static List<X509Certificate> x509(Certificate @Nullable [] chain) {
        List<X509Certificate> certificates = new ArrayList<>();
        for (Certificate certificate : chain == null ? new Certificate[0] : chain) {
            if (certificate instanceof X509Certificate x509) {
                certificates.add(x509);
            }
        }
        return certificates;
    }
}
