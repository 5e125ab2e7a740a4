package id.espm.signer.key.pkcs12;

import id.espm.signer.NativeCryptography;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.jcajce.provider.digest.Blake2b;
import org.bouncycastle.jcajce.provider.digest.RIPEMD160;
import org.bouncycastle.jcajce.provider.digest.SM3;
import org.bouncycastle.jcajce.provider.digest.Whirlpool;

/** The hashes that a file may name, by themselves or in an HMAC: the platform's, else Bouncy Castle's without its provider. */
enum Hash {
    MD2("1.2.840.113549.2.2", "", 16, 1, "MD2"),
    MD5("1.2.840.113549.2.5", "1.2.840.113549.2.6", 64, 1, "MD5"),
    SHA1("1.3.14.3.2.26", "1.2.840.113549.2.7", 64, 1, "SHA-1"),
    SHA224("2.16.840.1.101.3.4.2.4", "1.2.840.113549.2.8", 64, 1, "SHA-224"),
    SHA256("2.16.840.1.101.3.4.2.1", "1.2.840.113549.2.9", 64, 1, "SHA-256"),
    SHA384("2.16.840.1.101.3.4.2.2", "1.2.840.113549.2.10", 128, 5, "SHA-384"),
    SHA512("2.16.840.1.101.3.4.2.3", "1.2.840.113549.2.11", 128, 5, "SHA-512"),
    SHA512_224("2.16.840.1.101.3.4.2.5", "1.2.840.113549.2.12", 128, 5, "SHA-512/224"),
    SHA512_256("2.16.840.1.101.3.4.2.6", "1.2.840.113549.2.13", 128, 5, "SHA-512/256"),
    SHA3_224("2.16.840.1.101.3.4.2.7", "2.16.840.1.101.3.4.2.13", 144, 6, "SHA3-224"),
    SHA3_256("2.16.840.1.101.3.4.2.8", "2.16.840.1.101.3.4.2.14", 136, 6, "SHA3-256"),
    SHA3_384("2.16.840.1.101.3.4.2.9", "2.16.840.1.101.3.4.2.15", 104, 6, "SHA3-384"),
    SHA3_512("2.16.840.1.101.3.4.2.10", "2.16.840.1.101.3.4.2.16", 72, 6, "SHA3-512"),
    RIPEMD_160("1.3.36.3.2.1", "", 64, 3),
    WHIRLPOOL("1.0.10118.3.0.55", "", 64, 8),
    SM_3("1.2.156.10197.1.401", "1.2.156.10197.1.401.2", 64, 5),
    BLAKE2B_160("1.3.6.1.4.1.1722.12.2.1.5", "", 128, 3),
    BLAKE2B_256("1.3.6.1.4.1.1722.12.2.1.8", "", 128, 3),
    BLAKE2B_384("1.3.6.1.4.1.1722.12.2.1.12", "", 128, 3),
    BLAKE2B_512("1.3.6.1.4.1.1722.12.2.1.16", "", 128, 3);

    private final String oid;
    private final String hmacOid;
    private final int blockSize;
    private final int weight;
    private final String name;

    /** One of Bouncy Castle's. */
    Hash(String oid, String hmacOid, int blockSize, int weight) {
        this(oid, hmacOid, blockSize, weight, "");
    }

    /** One of the platform's, by its standard name. */
    Hash(String oid, String hmacOid, int blockSize, int weight, String name) {
        this.oid = oid;
        this.hmacOid = hmacOid;
        this.blockSize = blockSize;
        this.weight = weight;
        this.name = name;
    }

    /** The hash of this identifier. */
    static Hash of(ASN1ObjectIdentifier oid) throws NoSuchAlgorithmException {
        return Arrays.stream(values())
                .filter(hash -> hash.oid.equals(oid.getId()))
                .findFirst()
                .orElseThrow(() -> new NoSuchAlgorithmException(AlgorithmNames.of(oid)));
    }

    /** The hash in the HMAC of this identifier. */
    static Hash ofHmac(ASN1ObjectIdentifier oid) throws NoSuchAlgorithmException {
        return Arrays.stream(values())
                .filter(hash -> hash.hmacOid.equals(oid.getId()))
                .findFirst()
                .orElseThrow(() -> new NoSuchAlgorithmException(AlgorithmNames.of(oid)));
    }

    MessageDigest newDigest() {
        return switch (this) {
            case RIPEMD_160 -> new RIPEMD160.Digest();
            case WHIRLPOOL -> new Whirlpool.Digest();
            case SM_3 -> new SM3.Digest();
            case BLAKE2B_160 -> new Blake2b.Blake2b160();
            case BLAKE2B_256 -> new Blake2b.Blake2b256();
            case BLAKE2B_384 -> new Blake2b.Blake2b384();
            case BLAKE2B_512 -> new Blake2b.Blake2b512();
            default -> platform(name);
        };
    }

    private static MessageDigest platform(String name) {
        try {
            return NativeCryptography.digest(name);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** In bytes. */
    int blockSize() {
        return blockSize;
    }

    /** In bytes. */
    int length() {
        return newDigest().getDigestLength();
    }

    /** How many times as long an iteration takes as one of SHA-256 on a machine without instructions for this hash. */
    int weight() {
        return weight;
    }
}
