package id.espm.signer;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** A hash function that signatures of the Signer may use. */
public enum DigestAlgorithm {
    /** SHA-256 (FIPS 180-4): what the Signer uses unless told otherwise. */
    SHA256("SHA-256"),
    /** SHA-384. */
    SHA384("SHA-384"),
    /** SHA-512. */
    SHA512("SHA-512");

    private final String standardName;
    /** Never fed itself: a copy of it is had much faster than another one from a provider. */
    @SuppressWarnings("ImmutableEnumChecker") // only ever copied
    private final MessageDigest fresh;

    DigestAlgorithm(String standardName) {
        this.standardName = standardName;
        this.fresh = platform(standardName);
    }

    private static MessageDigest platform(String standardName) {
        try {
            return NativeCryptography.digest(standardName);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has " + standardName, e);
        }
    }

    /** The name under which the Java platform knows it, such as {@code SHA-256}. */
    public String standardName() {
        return standardName;
    }

    /** A fresh digest, by native code or by the platform's own implementation; either uses the processor's instructions. */
    public MessageDigest newDigest() {
        return copyOf(fresh);
    }

    /** Another digest in the same state, so that both can go on from there. */
    public static MessageDigest copyOf(MessageDigest digest) {
        try {
            return (MessageDigest) digest.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("digests of the platform and of native code can be cloned", e);
        }
    }
}
