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

    DigestAlgorithm(String standardName) {
        this.standardName = standardName;
    }

    /** The name under which the Java platform knows it, such as {@code SHA-256}. */
    public String standardName() {
        return standardName;
    }

    /** A fresh digest by the platform's own implementation, which uses the processor's instructions. */
    public MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance(standardName);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has " + standardName, e);
        }
    }
}
