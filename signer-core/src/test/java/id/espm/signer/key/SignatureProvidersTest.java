package id.espm.signer.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import id.espm.sandbox.ca.IssuedKey;
import id.espm.sandbox.ca.KeyAlgorithm;
import id.espm.sandbox.ca.Pkcs12File;
import id.espm.sandbox.ca.Pkcs12File.Protection;
import id.espm.signer.DigestAlgorithm;
import id.espm.signer.NativeCryptography;
import id.espm.signer.Officials;
import java.nio.file.Path;
import java.security.Provider;
import java.security.Security;
import java.security.Signature;
import java.util.Optional;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SignatureProvidersTest {
    private static final byte[] DATA = {1, 2, 3};

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(KeyAlgorithm.class)
    void aChosenProviderSignsWhereItTakesTheKeyAndThePlatformElsewhere(KeyAlgorithm algorithm) throws Exception {
        requireSigns(algorithm, new BouncyCastleProvider());
    }

    @ParameterizedTest
    @EnumSource(KeyAlgorithm.class)
    void theNativeProviderSignsWithEveryKindOfKey(KeyAlgorithm algorithm) throws Exception {
        requireSigns(algorithm, amazonCorretto());
    }

    @Test
    void anRsaKeyIsSignedWithByTheProviderThatWasChosen() throws Exception {
        Provider chosen = new BouncyCastleProvider();

        try (SigningKey key = open(Officials.ppspm(), chosen)) {
            assertThat(key.provider()).containsSame(chosen);
        }
    }

    @Test
    void aProviderThatTakesNoKeyIsPassedOver() throws Exception {
        Provider empty = new Provider("Empty", "1", "knows nothing") {};

        try (SigningKey key = open(Officials.ppspm(), empty)) {
            assertThat(key.provider()).isEmpty();
            assertThat(key.sign(DATA, DigestAlgorithm.SHA256)).isNotEmpty();
        }
    }

    @Test
    void theNativeProviderTakesAnRsaKeyAndIsNotInstalled() throws Exception {
        Provider corretto = amazonCorretto();

        try (SigningKey key = open(Officials.ppspm(), corretto)) {
            assertThat(key.provider()).containsSame(corretto);
            assertThat(Security.getProviders()).doesNotContain(corretto);
        }
    }

    @Test
    void aKeyIsOpenedForTheNativeProviderUnlessJavaIsAskedFor() throws Exception {
        Provider corretto = amazonCorretto();
        Path file = folder.resolve("usual.p12");
        Pkcs12File.write(file, Officials.ppspm(), Officials.PASSPHRASE.toCharArray(), Protection.AES_256);
        try (Secret secret = Secret.copyOf(Officials.PASSPHRASE.toCharArray());
                SigningKey usual = KeyFile.open(file, secret);
                SigningKey inJava =
                        KeyFile.open(file, secret, KeyOpening.usual().inJava())) {
            assertThat(usual.provider()).containsSame(corretto);
            assertThat(inJava.provider()).isEmpty();
            byte[] value = usual.sign(DATA, DigestAlgorithm.SHA256);
            assertThat(value).isEqualTo(inJava.sign(DATA, DigestAlgorithm.SHA256));
            assertThat(usual.hasSigned(DATA, value, DigestAlgorithm.SHA256)).isTrue();
            assertThat(inJava.hasSigned(DATA, value, DigestAlgorithm.SHA256)).isTrue();
            value[7] ^= 1;
            assertThat(usual.hasSigned(DATA, value, DigestAlgorithm.SHA256)).isFalse();
            assertThat(usual.hasSigned(DATA, new byte[3], DigestAlgorithm.SHA256))
                    .isFalse();
        }
    }

    private static Provider amazonCorretto() {
        Optional<Provider> found = NativeCryptography.provider();
        assumeTrue(found.isPresent(), "the native provider has no library for this machine");
        return found.get();
    }

    private void requireSigns(KeyAlgorithm algorithm, Provider provider) throws Exception {
        IssuedKey issued = Officials.issue("Pejabat " + algorithm, algorithm);
        try (SigningKey key = open(issued, provider)) {
            for (DigestAlgorithm digest : DigestAlgorithm.values()) {
                Signature verifier =
                        key.scheme().newVerifying(digest, issued.certificate().getPublicKey());
                verifier.update(DATA);
                assertThat(verifier.verify(key.sign(DATA, digest)))
                        .as("%s", digest)
                        .isTrue();
            }
        }
    }

    private SigningKey open(IssuedKey issued, Provider provider) throws Exception {
        Path file = folder.resolve("official.p12");
        Pkcs12File.write(file, issued, Officials.PASSPHRASE.toCharArray(), Protection.AES_256);
        try (Secret secret = Secret.copyOf(Officials.PASSPHRASE.toCharArray())) {
            return KeyFile.open(file, secret, provider);
        }
    }
}
