package id.espm.signer.key.pkcs12;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.asn1.pkcs.MacData;
import org.bouncycastle.asn1.pkcs.PBMAC1Params;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.DigestInfo;

/** The MAC under the passphrase that a file ends with: as in RFC 7292, appendix A, or PBMAC1 (RFC 9579). */
sealed interface Integrity {

    /** What one attempt costs. */
    Work work();

    /** The encodings of the passphrase to try, the likeliest first. */
    List<byte[]> encodings(Passphrase passphrase);

    /** Whether the MAC over this content holds under this passphrase. */
    boolean holds(byte[] passphrase, byte[] content);

    /** RFC 7292, appendix A. */
    record Classic(Pkcs12Kdf kdf, Octets mac) implements Integrity {
        @Override
        public Work work() {
            return kdf.work(kdf.hash().length());
        }

        @Override
        public List<byte[]> encodings(Passphrase passphrase) {
            return passphrase.forPkcs12();
        }

        @Override
        public boolean holds(byte[] passphrase, byte[] content) {
            byte[] key =
                    kdf.derive(passphrase, Pkcs12Kdf.Purpose.MAC, kdf.hash().length());
            return equal(new Hmac(kdf.hash(), key), content, mac, key);
        }
    }

    /** RFC 9579. */
    record Pbmac1(Pbkdf2 pbkdf2, int keyLength, Hash hash, Octets mac) implements Integrity {
        @Override
        public Work work() {
            return pbkdf2.work(keyLength);
        }

        @Override
        public List<byte[]> encodings(Passphrase passphrase) {
            return passphrase.forPkcs5();
        }

        @Override
        public boolean holds(byte[] passphrase, byte[] content) {
            byte[] key = pbkdf2.derive(passphrase, keyLength);
            return equal(new Hmac(hash, key), content, mac, key);
        }
    }

    private static boolean equal(Hmac hmac, byte[] content, Octets mac, byte[] key) {
        Arrays.fill(key, (byte) 0);
        return MessageDigest.isEqual(hmac.of(content), mac.array());
    }

    /**
     * The MAC that a file names.
     *
     * @throws NoSuchAlgorithmException with the name of what is not known here
     * @throws IOException              if its parameters are broken
     */
    static Integrity of(MacData data) throws IOException, NoSuchAlgorithmException {
        DigestInfo info = data.getMac();
        AlgorithmIdentifier algorithm = info.getAlgorithmId();
        Octets mac = Octets.of(info.getDigest());
        if (PKCSObjectIdentifiers.id_PBMAC1.equals(algorithm.getAlgorithm())) {
            return pbmac1(algorithm, mac);
        }
        Hash hash = Hash.of(algorithm.getAlgorithm());
        long iterations = Work.iterations(data.getIterationCount());
        return checked(new Classic(new Pkcs12Kdf(hash, Work.salt(data.getSalt()), iterations), mac), hash, mac);
    }

    private static Integrity pbmac1(AlgorithmIdentifier algorithm, Octets mac)
            throws IOException, NoSuchAlgorithmException {
        PBMAC1Params params = Asn1.of(() -> PBMAC1Params.getInstance(algorithm.getParameters()));
        if (params == null) {
            throw new IOException("no parameters");
        }
        AlgorithmIdentifier derivation = params.getKeyDerivationFunc();
        if (!PKCSObjectIdentifiers.id_PBKDF2.equals(derivation.getAlgorithm())) {
            throw new NoSuchAlgorithmException(AlgorithmNames.of(derivation.getAlgorithm()));
        }
        Pbkdf2 pbkdf2 = Pbkdf2.of(derivation.getParameters());
        int keyLength = pbkdf2.keyLength().orElse(0);
        if (keyLength < 20) {
            throw new IOException("PBMAC1 without a key length, or with one below 20 bytes (RFC 9579 §5)");
        }
        Hash hash = Hash.ofHmac(params.getMessageAuthScheme().getAlgorithm());
        return checked(new Pbmac1(pbkdf2, keyLength, hash, mac), hash, mac);
    }

    private static Integrity checked(Integrity integrity, Hash hash, Octets mac) throws IOException {
        if (mac.length() != hash.length()) {
            throw new IOException("a MAC of " + mac.length() + " bytes");
        }
        return integrity;
    }
}
