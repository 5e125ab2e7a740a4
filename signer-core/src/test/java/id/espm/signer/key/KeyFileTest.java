package id.espm.signer.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.espm.sandbox.ca.IssuedKey;
import id.espm.sandbox.ca.KeyAlgorithm;
import id.espm.sandbox.ca.Pkcs12File;
import id.espm.sandbox.ca.Pkcs12File.Protection;
import id.espm.signer.DigestAlgorithm;
import id.espm.signer.Nik;
import id.espm.signer.Officials;
import id.espm.signer.Problem;
import id.espm.signer.SignerException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.Signature;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyFileTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(Protection.class)
    void oldAndModernFilesOpenAlike(Protection protection) throws Exception {
        Path file = write(Officials.ppspm(), protection);

        try (SigningKey key = open(file, Officials.PASSPHRASE)) {
            assertThat(key.certificate()).isEqualTo(Officials.ppspm().certificate());
            assertThat(key.identity().nama()).isEqualTo("Siti Rahmawati, S.E.");
            assertThat(key.identity().nik()).contains(new Nik(Officials.NIK));
            assertThat(key.chain()).hasSizeGreaterThan(1);
        }
    }

    @ParameterizedTest
    @EnumSource(KeyAlgorithm.class)
    void everyKindOfKeySigns(KeyAlgorithm algorithm) throws Exception {
        IssuedKey issued = Officials.issue("Pejabat " + algorithm, algorithm);
        Path file = write(issued, Protection.AES_256);

        try (SigningKey key = open(file, Officials.PASSPHRASE)) {
            for (DigestAlgorithm digest : DigestAlgorithm.values()) {
                byte[] value = key.sign(new byte[] {1, 2, 3}, digest);
                Signature verifier =
                        key.scheme().newVerifying(digest, issued.certificate().getPublicKey());
                verifier.update(new byte[] {1, 2, 3});
                assertThat(verifier.verify(value)).isTrue();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Protection.class)
    void aWrongPassphraseIsToldFromADamagedFile(Protection protection) throws Exception {
        Path file = write(Officials.ppspm(), protection);

        assertThat(problem(file, "salah")).isEqualTo(new Problem.WrongPassphrase(file, false));
        assertThat(problem(file, Officials.PASSPHRASE + " ")).isEqualTo(new Problem.WrongPassphrase(file, true));
        assertThat(problem(file, "")).isEqualTo(new Problem.WrongPassphrase(file, false));
    }

    @Test
    void aFileThatBreaksOffIsDamagedWhereverItEnds() throws Exception {
        byte[] whole = Files.readAllBytes(write(Officials.ppspm(), Protection.AES_256));
        for (int length : new int[] {40, 200, whole.length / 2, whole.length - 1}) {
            Path file = Files.write(folder.resolve("putus.p12"), Arrays.copyOf(whole, length));

            assertThat(problem(file, Officials.PASSPHRASE)).isEqualTo(new Problem.KeyFileDamaged(file));
        }
    }

    @Test
    void aPemIsToldThatLockMustTurnItIntoAP12() throws Exception {
        Path file = Files.writeString(
                folder.resolve("1234.pem"),
                "Bag Attributes\n-----BEGIN ENCRYPTED PRIVATE KEY-----\nMIIB\n-----END ENCRYPTED PRIVATE KEY-----\n");

        assertThat(problem(file, "apa saja")).isEqualTo(new Problem.PemNotUsable(file));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "%PDF-1.7 bukan kunci", "0", "PK\u0003\u0004 arsip"})
    void whatNeverWasAPkcs12IsSaidSo(String content) throws Exception {
        Path file = Files.writeString(folder.resolve("x.p12"), content, StandardCharsets.ISO_8859_1);

        assertThat(problem(file, Officials.PASSPHRASE)).isEqualTo(new Problem.NotPkcs12(file));
    }

    @Test
    void aFileThatIsNotThereIsUnreadable() throws Exception {
        Path file = folder.resolve("tidak-ada.p12");

        assertThat(problem(file, Officials.PASSPHRASE)).isEqualTo(new Problem.FileUnreadable(file));
    }

    @Test
    void certificatesAloneAreNoKey() throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setCertificateEntry("c", Officials.ppspm().certificate());
        Path file = folder.resolve("tanpa-kunci.p12");
        try (var out = Files.newOutputStream(file)) {
            store.store(out, Officials.PASSPHRASE.toCharArray());
        }

        assertThat(problem(file, Officials.PASSPHRASE)).isEqualTo(new Problem.NoPrivateKey(file));
    }

    @Test
    void severalKeysAreNeverChosenFromSilently() throws Exception {
        IssuedKey other = Officials.issue("Pejabat lain", KeyAlgorithm.EC_P256);
        Path file = Files.write(
                folder.resolve("dua.p12"),
                Pkcs12File.encode(
                        List.of(Officials.ppspm(), other), Officials.PASSPHRASE.toCharArray(), Protection.AES_256));

        assertThat(problem(file, Officials.PASSPHRASE)).isInstanceOf(Problem.SeveralKeys.class);
    }

    @Test
    void aKeyThatTheCertificateDoesNotCertifyIsRefused() throws Exception {
        IssuedKey other = Officials.issue("Pejabat lain", KeyAlgorithm.RSA_2048);
        IssuedKey mixed = new IssuedKey(other.privateKey(), Officials.ppspm().chain());
        Path file = write(mixed, Protection.AES_256);

        assertThat(problem(file, Officials.PASSPHRASE)).isEqualTo(new Problem.KeyCertificateMismatch(file));
    }

    @Test
    void aClosedKeySignsNoMore() throws Exception {
        SigningKey key = open(write(Officials.ppspm(), Protection.AES_256), Officials.PASSPHRASE);
        key.close();

        assertThatThrownBy(() -> key.sign(new byte[1], DigestAlgorithm.SHA256))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aSecretIsWipedAndNeverPrinted() {
        Secret secret = Secret.copyOf(Officials.PASSPHRASE.toCharArray());
        char[] inside = secret.expose();

        assertThat(secret.toString()).isEqualTo("[secret]");
        secret.close();
        assertThat(inside).containsOnly('\0');
        assertThatThrownBy(secret::expose).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void noMessageRepeatsThePassphrase() throws Exception {
        Path file = write(Officials.ppspm(), Protection.AES_256);
        SignerException e = failure(file, "rahasia-yang-salah");

        for (Throwable t = e; t != null; t = t.getCause()) {
            assertThat(String.valueOf(t)).doesNotContain("rahasia-yang-salah");
        }
    }

    private Path write(IssuedKey key, Protection protection) throws IOException {
        Path file = folder.resolve(protection + ".p12");
        Pkcs12File.write(file, key, Officials.PASSPHRASE.toCharArray(), protection);
        return file;
    }

    private static SigningKey open(Path file, String passphrase) throws SignerException {
        try (Secret secret = Secret.copyOf(passphrase.toCharArray())) {
            return KeyFile.open(file, secret);
        }
    }

    private static Problem problem(Path file, String passphrase) {
        return failure(file, passphrase).problem();
    }

    private static SignerException failure(Path file, String passphrase) {
        return catchThrowableOfType(SignerException.class, () -> open(file, passphrase));
    }
}
