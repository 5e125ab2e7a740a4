package id.espm.sandbox;

import id.espm.sandbox.ca.CertificateAuthority;
import id.espm.sandbox.ca.CertificateNames;
import id.espm.sandbox.ca.IssuedKey;
import id.espm.sandbox.ca.OwnerOnlyFile;
import id.espm.sandbox.ca.Pkcs12File;
import id.espm.sandbox.ca.RevocationReason;
import id.espm.sandbox.samples.Satker;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.stream.Stream;

/** The {@code officials/} folder: a {@code .p12} and its passphrase for each {@link PracticeRole}. */
final class OfficialFiles {
    /** Without letters and digits that look alike. */
    private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";

    private static final Duration REVOKED_SINCE = Duration.ofDays(30);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path folder;

    OfficialFiles(Path folder) {
        this.folder = folder;
    }

    /** Makes whatever is missing. The {@code .p12} comes last, so that one that is there has its passphrase. */
    void complete(CertificateAuthority ca) throws IOException {
        OwnerOnlyFile.createFolder(folder);
        // Making RSA keys is what takes long here.
        Arrays.stream(PracticeRole.values())
                .parallel()
                .filter(role -> !Files.exists(p12(role)) || !Files.exists(passphraseFile(role)))
                .forEach(role -> make(role, ca));
    }

    private void make(PracticeRole role, CertificateAuthority ca) {
        Instant now = ca.clock().instant().truncatedTo(ChronoUnit.SECONDS);
        IssuedKey key = ca.issue(role.profile(now));
        if (role == PracticeRole.REVOKED) {
            ca.revoke(key.certificate(), RevocationReason.AFFILIATION_CHANGED, now.minus(REVOKED_SINCE));
        }
        char[] passphrase = newPassphrase();
        try {
            Files.deleteIfExists(p12(role));
            OwnerOnlyFile.write(passphraseFile(role), new String(passphrase).getBytes(StandardCharsets.US_ASCII));
            Pkcs12File.write(p12(role), key, passphrase, Pkcs12File.Protection.AES_256);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write the practice certificate " + p12(role), e);
        } finally {
            Arrays.fill(passphrase, '\0');
        }
    }

    PracticeOfficial read(PracticeRole role) throws IOException {
        char[] passphrase = Files.readString(passphraseFile(role), StandardCharsets.US_ASCII)
                .toCharArray();
        X509Certificate certificate = open(p12(role), passphrase).certificate();
        Arrays.fill(passphrase, '\0');
        return new PracticeOfficial(
                role.name(),
                CertificateNames.commonName(certificate),
                CertificateNames.nik(certificate).orElseGet(role::nik),
                p12(role),
                passphraseFile(role),
                certificate.getSerialNumber(),
                Satker.LATIHAN.kode(),
                Satker.LATIHAN.kppn(),
                CertificateNames.email(certificate).orElseGet(role::email));
    }

    static IssuedKey open(Path p12, char[] passphrase) throws IOException {
        try (InputStream in = Files.newInputStream(p12)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, passphrase);
            String alias = store.aliases().nextElement();
            if (!(store.getKey(alias, passphrase) instanceof PrivateKey key)) {
                throw new IOException("The practice file " + p12 + " holds no private key");
            }
            return new IssuedKey(
                    key,
                    Stream.of(store.getCertificateChain(alias))
                            .map(X509Certificate.class::cast)
                            .toList());
        } catch (GeneralSecurityException e) {
            throw new IOException("The practice file " + p12 + " is damaged", e);
        }
    }

    private Path p12(PracticeRole role) {
        return folder.resolve(role + ".p12");
    }

    private Path passphraseFile(PracticeRole role) {
        return folder.resolve(role + ".passphrase");
    }

    /** Four groups of four, to be read and typed: 79 bits. */
    private static char[] newPassphrase() {
        char[] passphrase = "xxxx-xxxx-xxxx-xxxx".toCharArray();
        for (int i = 0; i < passphrase.length; i++) {
            if (passphrase[i] == 'x') {
                passphrase[i] = ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length()));
            }
        }
        return passphrase;
    }
}
