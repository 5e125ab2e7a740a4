package id.espm.signer.key.pkcs12;

import java.io.IOException;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.pkcs.EncryptionScheme;
import org.bouncycastle.asn1.pkcs.RC2CBCParameter;

/**
 * The encryption scheme of PBES2 (RFC 8018, appendix B.2).
 *
 * @param keyLength in bytes
 * @param rc2Bits   the effective key length of RC2; the key's own for others
 */
record Pbes2Cipher(BulkCipher cipher, int keyLength, Octets iv, int rc2Bits) {
    private static final String RC2 = "1.2.840.113549.3.2";
    /** Old Firefox names AES-128 and encrypts with the longer key that it states beside it. */
    private static final Set<Integer> AES_KEYS = Set.of(16, 24, 32);

    private static final Map<String, Map.Entry<BulkCipher, Integer>> CIPHERS = Map.ofEntries(
            Map.entry("2.16.840.1.101.3.4.1.2", Map.entry(BulkCipher.AES, 16)),
            Map.entry("2.16.840.1.101.3.4.1.22", Map.entry(BulkCipher.AES, 24)),
            Map.entry("2.16.840.1.101.3.4.1.42", Map.entry(BulkCipher.AES, 32)),
            Map.entry("1.2.840.113549.3.7", Map.entry(BulkCipher.TRIPLE_DES, 24)),
            Map.entry("1.3.14.3.2.7", Map.entry(BulkCipher.DES, 8)),
            Map.entry("1.2.392.200011.61.1.1.1.2", Map.entry(BulkCipher.CAMELLIA, 16)),
            Map.entry("1.2.392.200011.61.1.1.1.3", Map.entry(BulkCipher.CAMELLIA, 24)),
            Map.entry("1.2.392.200011.61.1.1.1.4", Map.entry(BulkCipher.CAMELLIA, 32)),
            Map.entry("1.2.410.200046.1.1.2", Map.entry(BulkCipher.ARIA, 16)),
            Map.entry("1.2.410.200046.1.1.7", Map.entry(BulkCipher.ARIA, 24)),
            Map.entry("1.2.410.200046.1.1.12", Map.entry(BulkCipher.ARIA, 32)),
            Map.entry("1.2.410.200004.1.4", Map.entry(BulkCipher.SEED, 16)),
            Map.entry("1.2.156.10197.1.104.2", Map.entry(BulkCipher.SM4, 16)));

    /**
     * The scheme that a file names.
     *
     * @param stated the key length that the key derivation states
     */
    static Pbes2Cipher of(EncryptionScheme scheme, OptionalInt stated) throws IOException, NoSuchAlgorithmException {
        String oid = scheme.getAlgorithm().getId();
        ASN1Encodable parameters = scheme.getParameters();
        if (oid.equals(RC2)) {
            return rc2(parameters, stated);
        }
        Map.Entry<BulkCipher, Integer> cipher = CIPHERS.get(oid);
        if (cipher == null) {
            throw new NoSuchAlgorithmException(AlgorithmNames.of(scheme.getAlgorithm()));
        }
        int length = stated.orElse(cipher.getValue());
        if (length != cipher.getValue() && !(cipher.getKey() == BulkCipher.AES && AES_KEYS.contains(length))) {
            throw new IOException("a key of " + length + " bytes");
        }
        byte[] iv = Asn1.of(() -> ASN1OctetString.getInstance(parameters).getOctets());
        return checked(new Pbes2Cipher(cipher.getKey(), length, Octets.of(iv), 8 * length));
    }

    private static Pbes2Cipher rc2(ASN1Encodable parameters, OptionalInt stated) throws IOException {
        if (parameters instanceof ASN1OctetString iv) {
            return checked(new Pbes2Cipher(BulkCipher.RC2, stated.orElse(4), Octets.of(iv.getOctets()), 32));
        }
        RC2CBCParameter params = Asn1.of(() -> RC2CBCParameter.getInstance(parameters));
        int version = (int) Work.positive(params.getRC2ParameterVersion(), 1024);
        int bits = switch (version) {
            case 160 -> 40;
            case 120 -> 64;
            case 58 -> 128;
            default -> version;
        };
        int length = stated.orElse(Math.ceilDiv(bits, 8));
        if (length > 128) {
            throw new IOException("a key of " + length + " bytes");
        }
        return checked(new Pbes2Cipher(BulkCipher.RC2, length, Octets.of(params.getIV()), bits));
    }

    private static Pbes2Cipher checked(Pbes2Cipher cipher) throws IOException {
        if (cipher.iv.length() != cipher.cipher.blockSize()) {
            throw new IOException("an initialisation vector of " + cipher.iv.length() + " bytes");
        }
        return cipher;
    }
}
