package id.espm.signer.key.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.espm.sandbox.ca.CertificateProfile.KeyUse;
import id.espm.sandbox.ca.IssuedKey;
import id.espm.sandbox.ca.KeyAlgorithm;
import id.espm.signer.DigestAlgorithm;
import id.espm.signer.Officials;
import id.espm.signer.Problem;
import id.espm.signer.Problem.TokenUnusable;
import id.espm.signer.Problem.TokenUnusable.Trouble;
import id.espm.signer.SignerException;
import id.espm.signer.key.CertificateIdentity;
import id.espm.signer.key.KeyChoice;
import id.espm.signer.key.SigningKey;
import java.security.cert.X509Certificate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The store of Windows, played by a provider of its kind: names, key handles and certificates, nothing to unlock. */
class WindowsStoreTest {
    private static final IssuedKey SITI = Officials.ppspm();
    private static final IssuedKey BUDI = Officials.issue("Budi", KeyAlgorithm.EC_P256);

    @Test
    void aMachineWithoutTheStoreSaysSo() {
        WindowsStore none = new WindowsStore(Optional.empty());

        assertThat(none.isThere()).isFalse();
        assertThat(problem(none, KeyChoice.onlyOne()))
                .isEqualTo(new TokenUnusable(WindowsStore.NAME, Trouble.STORE_MISSING, ""));
    }

    @Test
    void theOnlyKeySignsByTheProviderOfTheStore() throws Exception {
        StoreStub provider = new StoreStub(Map.of("Siti", SITI), List.of());
        try (SigningKey key = new WindowsStore(Optional.of(provider)).open(KeyChoice.onlyOne())) {
            assertThat(key.certificate()).isEqualTo(SITI.certificate());
            assertThat(key.provider()).containsSame(provider);
            assertThat(key.sign(new byte[] {1}, DigestAlgorithm.SHA256)).hasSize(256);
        }
    }

    @Test
    void issuersThatLieInTheStoreByThemselvesJoinTheChainInOrder() throws Exception {
        IssuedKey alone = new IssuedKey(SITI.privateKey(), SITI.chain().subList(0, 1));
        StoreStub provider = new StoreStub(Map.of("Siti", alone), SITI.chain().reversed());

        try (SigningKey key = new WindowsStore(Optional.of(provider)).open(KeyChoice.onlyOne())) {
            assertThat(key.chain()).isEqualTo(SITI.chain());
        }
    }

    @Test
    void severalKeysAreOfferedAndOpenedBySerialNumber() throws Exception {
        WindowsStore store = store(Map.of("Siti", SITI, "Budi", BUDI));
        String budi = CertificateIdentity.of(BUDI.certificate()).serialHex();

        assertThat(store.certificates()).containsExactlyInAnyOrder(SITI.certificate(), BUDI.certificate());
        assertThat(problem(store, KeyChoice.onlyOne())).isInstanceOf(Problem.SeveralKeys.class);
        assertThat(problem(store, KeyChoice.bySerial("00"))).isInstanceOf(Problem.KeyNotFound.class);
        try (SigningKey key = store.open(KeyChoice.bySerial(budi))) {
            assertThat(key.certificate()).isEqualTo(BUDI.certificate());
        }
    }

    @Test
    void aKeyForEncryptionIsPassedOverUnlessItIsTheOnlyOne() throws Exception {
        IssuedKey encryption = Officials.ca()
                .issue(Officials.profile("Siti")
                        .keyUsages(Set.of(KeyUse.KEY_ENCIPHERMENT))
                        .build());
        Map<String, IssuedKey> both = new LinkedHashMap<>(Map.of("enc", encryption));
        both.put("sig", SITI);

        try (SigningKey key = store(both).open(KeyChoice.onlyOne())) {
            assertThat(key.certificate()).isEqualTo(SITI.certificate());
        }
        assertThat(store(Map.of("enc", encryption)).certificates()).containsExactly(encryption.certificate());
    }

    @Test
    void aKeyOfAnotherCertificateIsRefused() {
        IssuedKey mixed =
                new IssuedKey(Officials.issue("Lain", KeyAlgorithm.RSA_2048).privateKey(), SITI.chain());

        assertThat(problem(store(Map.of("Siti", mixed)), KeyChoice.onlyOne()))
                .isInstanceOfSatisfying(
                        TokenUnusable.class, p -> assertThat(p.trouble()).isEqualTo(Trouble.FAILED));
    }

    @Test
    void aTokenThatIsPulledOutWhileTheKeyIsOpenFailsToSign() throws Exception {
        StoreStub provider = new StoreStub(Map.of("Siti", SITI), List.of());
        try (SigningKey key = new WindowsStore(Optional.of(provider)).open(KeyChoice.onlyOne())) {
            provider.pullOut();
            SignerException e =
                    catchThrowableOfType(SignerException.class, () -> key.sign(new byte[] {1}, DigestAlgorithm.SHA256));

            assertThat(e.problem()).isEqualTo(new Problem.SigningFailed("RSA_PKCS1"));
        }
    }

    @Test
    void certificatesWithoutAKeyAreNoKey() {
        List<X509Certificate> certificates = SITI.chain();

        assertThat(problem(new WindowsStore(Optional.of(new StoreStub(Map.of(), certificates))), KeyChoice.onlyOne()))
                .isEqualTo(new TokenUnusable(WindowsStore.NAME, Trouble.NO_KEY, ""));
    }

    private static WindowsStore store(Map<String, IssuedKey> keys) {
        return new WindowsStore(Optional.of(new StoreStub(keys, List.of())));
    }

    private static Problem problem(WindowsStore store, KeyChoice choice) {
        return catchThrowableOfType(
                        SignerException.class, () -> store.open(choice).close())
                .problem();
    }
}
