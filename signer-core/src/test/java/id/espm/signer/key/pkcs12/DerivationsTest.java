package id.espm.signer.key.pkcs12;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.OptionalInt;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.PBEParametersGenerator;
import org.bouncycastle.crypto.digests.SHA1Digest;
import org.bouncycastle.crypto.digests.SHA512Digest;
import org.bouncycastle.crypto.generators.PKCS12ParametersGenerator;
import org.bouncycastle.crypto.params.KeyParameter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Our derivations against published values and the implementations of others. */
class DerivationsTest {
    private static final byte[] SALT = HexFormat.of().parseHex("0102030405060708");

    /** RFC 7914, section 12. */
    @ParameterizedTest
    @CsvSource({
        "'', '', 16, 1, 1, 77d6576238657b203b19ca42c18a0497f16b4844e3074ae8dfdffa3fede21442",
        "password, NaCl, 1024, 8, 16, fdbabe1c9d3472007856e7190d01e9fe7c6ad7cbc8237830e77376634b373162",
        "pleaseletmein, SodiumChloride, 16384, 8, 1, 7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2"
    })
    void scryptGivesThePublishedValues(String passphrase, String salt, int n, int r, int p, String expected) {
        Scrypt scrypt = new Scrypt(Octets.of(salt.getBytes(US_ASCII)), n, r, p, OptionalInt.empty());

        assertThat(HexFormat.of().formatHex(scrypt.derive(passphrase.getBytes(US_ASCII), 32)))
                .isEqualTo(expected);
    }

    @Test
    void scryptBeyondItsMemoryIsWorkThatNobodyDoes() {
        Scrypt wide = new Scrypt(Octets.of(SALT), 1 << 20, 8, 1, OptionalInt.empty());
        Scrypt parallel = new Scrypt(Octets.of(SALT), 2, 1, Integer.MAX_VALUE, OptionalInt.empty());

        assertThat(wide.work().units()).isGreaterThan(Long.MAX_VALUE / 8);
        assertThat(parallel.work().units()).isGreaterThan(Long.MAX_VALUE / 8);
    }

    @ParameterizedTest
    @EnumSource(names = {"SHA1", "SHA224", "SHA256", "SHA384", "SHA512", "SHA512_224", "SHA512_256"})
    void pbkdf2IsThePlatforms(Hash hash) throws Exception {
        String name = "PBKDF2WithHmac" + hash.name().replace('_', '/');
        byte[] expected = SecretKeyFactory.getInstance(name)
                .generateSecret(new PBEKeySpec("kopi tubruk".toCharArray(), SALT, 7, 8 * 100))
                .getEncoded();

        assertThat(Pbkdf2.derive(hash, "kopi tubruk".getBytes(US_ASCII), SALT, 7, 100))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource(names = {"MD5", "SHA1", "SHA256", "SHA512", "SHA3_224", "SHA3_256", "SHA3_384", "SHA3_512"})
    void hmacIsThePlatformsForKeysOfAnyLength(Hash hash) throws Exception {
        Mac mac = Mac.getInstance("Hmac" + hash.name().replace("SHA3_", "SHA3-"));
        for (int length : new int[] {1, hash.blockSize(), hash.blockSize() + 1}) {
            byte[] key = new byte[length];
            key[0] = 7;
            mac.init(new SecretKeySpec(key, "any"));

            assertThat(new Hmac(hash, key).of(SALT)).isEqualTo(mac.doFinal(SALT));
        }
    }

    @Test
    void theDerivationOfPkcs12IsBouncyCastles() {
        byte[] passphrase = PBEParametersGenerator.PKCS12PasswordToBytes("kopi tubruk Tolitoli".toCharArray());
        for (Hash hash : new Hash[] {Hash.SHA1, Hash.SHA512}) {
            PKCS12ParametersGenerator theirs =
                    new PKCS12ParametersGenerator(hash == Hash.SHA1 ? new SHA1Digest() : new SHA512Digest());
            theirs.init(passphrase, SALT, 5);
            KeyParameter expected = (KeyParameter) theirs.generateDerivedParameters(8 * 100);

            assertThat(new Pkcs12Kdf(hash, Octets.of(SALT), 5).derive(passphrase, Pkcs12Kdf.Purpose.KEY, 100))
                    .isEqualTo(expected.getKey());
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyHashCanBeHad(Hash hash) {
        assertThat(hash.length()).isPositive();
    }
}
