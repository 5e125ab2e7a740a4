package id.espm.sandbox.ca;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import id.espm.sandbox.ForeignJudge;
import id.espm.sandbox.ca.Pkcs12File.Protection;
import id.espm.sandbox.judge.ForeignTool;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Clock;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class Pkcs12FileTest {
    private static final CertificateAuthority CA = CertificateAuthority.inMemory(Clock.systemUTC());
    private static final char[] PASSPHRASE = "sandi-latihan-1".toCharArray();

    @TempDir
    Path dir;

    @ParameterizedTest
    @EnumSource
    void javaReadsKeyAndChain(Protection protection) throws GeneralSecurityException, IOException {
        IssuedKey key = key("Budi", KeyAlgorithm.EC_P256);

        KeyStore store = load(Pkcs12File.encode(List.of(key), PASSPHRASE, protection), PASSPHRASE);

        assertThat(Collections.list(store.aliases())).containsExactly("budi");
        assertThat(store.getKey("budi", PASSPHRASE)).isEqualTo(key.privateKey());
        assertThat(store.getCertificateChain("budi")).containsExactlyElementsOf(key.chain());
    }

    @ParameterizedTest
    @EnumSource
    void wrongPassphraseOpensNothing(Protection protection) {
        byte[] file = Pkcs12File.encode(List.of(key("Budi", KeyAlgorithm.EC_P256)), PASSPHRASE, protection);

        assertThatIOException().isThrownBy(() -> load(file, "salah".toCharArray()));
    }

    @ParameterizedTest
    @CsvSource({
        "AES_256, 'PBES2, PBKDF2, AES-256-CBC, Iteration 10000, PRF hmacWithSHA256', 'MAC: sha256, Iteration 10000'",
        "TRIPLE_DES, 'pbeWithSHA1And3-KeyTripleDES-CBC, Iteration 2048', 'MAC: sha1, Iteration 2048'",
        "RC2_40, 'pbeWithSHA1And40BitRC2-CBC, Iteration 2048', 'MAC: sha1, Iteration 2048'"
    })
    void opensslReadsTheProtectionThatWasAskedFor(Protection protection, String certificates, String mac)
            throws IOException, InterruptedException {
        ForeignTool openssl = ForeignJudge.require("openssl");
        Pkcs12File.write(dir.resolve("a.p12"), key("Budi", KeyAlgorithm.RSA_2048), PASSPHRASE, protection);

        ForeignTool.Result read = openssl.run(
                dir,
                "pkcs12",
                "-legacy",
                "-info",
                "-in",
                "a.p12",
                "-passin",
                "pass:" + new String(PASSPHRASE),
                "-nodes");

        assertThat(read.exit()).isZero();
        assertThat(read.output())
                .contains(mac, "PKCS7 Encrypted data: " + certificates, "Shrouded Keybag:", "BEGIN PRIVATE KEY");
        assertThat(read.output().split("BEGIN CERTIFICATE", -1)).hasSize(4);
    }

    @Test
    void holdsSeveralKeysAndTheSharedChainOnce() throws GeneralSecurityException, IOException {
        List<IssuedKey> keys = List.of(key("Budi", KeyAlgorithm.EC_P256), key("Dewi", KeyAlgorithm.EC_P256));

        KeyStore store = load(Pkcs12File.encode(keys, PASSPHRASE, Protection.AES_256), PASSPHRASE);

        assertThat(Collections.list(store.aliases())).contains("budi", "dewi");
        assertThat(store.getCertificateChain("dewi"))
                .containsExactlyElementsOf(keys.get(1).chain());
    }

    private static IssuedKey key(String name, KeyAlgorithm algorithm) {
        return CA.issue(CertificateProfile.signer(Subject.named(name).build())
                .keyAlgorithm(algorithm)
                .build());
    }

    private static KeyStore load(byte[] file, char[] passphrase) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(new ByteArrayInputStream(file), passphrase);
        return store;
    }
}
