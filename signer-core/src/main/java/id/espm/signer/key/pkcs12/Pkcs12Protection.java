package id.espm.signer.key.pkcs12;

import java.io.IOException;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.pkcs.PKCS12PBEParams;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;

/** The schemes of RFC 7292, appendix C, with SHA-1: RC4, triple DES and RC2. Windows writes them to this day. */
record Pkcs12Protection(Suite suite, Pkcs12Kdf kdf) implements Protection {
    private static final Map<ASN1ObjectIdentifier, Suite> SUITES = Map.of(
            PKCSObjectIdentifiers.pbeWithSHAAnd128BitRC4, new Suite(BulkCipher.RC4, 16),
            PKCSObjectIdentifiers.pbeWithSHAAnd40BitRC4, new Suite(BulkCipher.RC4, 5),
            PKCSObjectIdentifiers.pbeWithSHAAnd3_KeyTripleDES_CBC, new Suite(BulkCipher.TRIPLE_DES, 24),
            PKCSObjectIdentifiers.pbeWithSHAAnd2_KeyTripleDES_CBC, new Suite(BulkCipher.TRIPLE_DES, 16),
            PKCSObjectIdentifiers.pbeWithSHAAnd128BitRC2_CBC, new Suite(BulkCipher.RC2, 16),
            PKCSObjectIdentifiers.pbeWithSHAAnd40BitRC2_CBC, new Suite(BulkCipher.RC2, 5));

    /** A cipher and the length of its key in bytes. */
    record Suite(BulkCipher cipher, int keyLength) {}

    static Protection of(AlgorithmIdentifier algorithm) throws IOException, NoSuchAlgorithmException {
        Suite suite = SUITES.get(algorithm.getAlgorithm());
        if (suite == null) {
            throw new NoSuchAlgorithmException(AlgorithmNames.of(algorithm.getAlgorithm()));
        }
        PKCS12PBEParams params = Asn1.of(() -> PKCS12PBEParams.getInstance(algorithm.getParameters()));
        if (params == null) {
            throw new IOException("no parameters");
        }
        long iterations = Work.iterations(params.getIterations());
        return new Pkcs12Protection(suite, new Pkcs12Kdf(Hash.SHA1, Work.salt(params.getIV()), iterations));
    }

    @Override
    public Work work() {
        Work key = kdf.work(suite.keyLength());
        return suite.cipher().blockSize() == 0
                ? key
                : key.plus(kdf.work(suite.cipher().blockSize()));
    }

    @Override
    public List<byte[]> encodings(Passphrase passphrase) {
        return passphrase.forPkcs12();
    }

    @Override
    public Optional<byte[]> decrypt(byte[] passphrase, byte[] encrypted) {
        byte[] key = kdf.derive(passphrase, Pkcs12Kdf.Purpose.KEY, suite.keyLength());
        byte[] iv = kdf.derive(passphrase, Pkcs12Kdf.Purpose.IV, suite.cipher().blockSize());
        try {
            return suite.cipher().decrypt(key, iv, 8 * key.length, encrypted);
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }
}
