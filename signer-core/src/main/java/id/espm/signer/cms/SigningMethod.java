package id.espm.signer.cms;

import id.espm.signer.DigestAlgorithm;
import id.espm.signer.SignatureLevel;
import id.espm.signer.augment.Augmenter;
import id.espm.signer.timestamp.TimestampSource;
import java.util.Optional;

/**
 * How signatures are made, whatever is signed.
 *
 * @param digest     the hash of content and signed attributes
 * @param level      the baseline level that must be reached; never silently a lower one
 * @param timestamps where timestamps come from; needed from level B-T on
 * @param augmenter  what raises a signature above B-T; needed from level B-LT on
 */
public record SigningMethod(
        DigestAlgorithm digest,
        SignatureLevel level,
        Optional<TimestampSource> timestamps,
        Optional<Augmenter> augmenter) {
    private static final SigningMethod BASIC =
            new SigningMethod(DigestAlgorithm.SHA256, SignatureLevel.B_B, Optional.empty(), Optional.empty());

    /** @throws IllegalArgumentException if the level needs what is missing */
    public SigningMethod {
        if (level.atLeast(SignatureLevel.B_T) && timestamps.isEmpty()) {
            throw new IllegalArgumentException(level.label() + " needs a source of timestamps");
        }
        if (level.atLeast(SignatureLevel.B_LT) && augmenter.isEmpty()) {
            throw new IllegalArgumentException(level.label() + " needs an augmenter");
        }
    }

    /** SHA-256 at level B-B: needs no network. */
    public static SigningMethod basic() {
        return BASIC;
    }

    /** SHA-256 at level B-T. */
    public static SigningMethod timestamped(TimestampSource timestamps) {
        return new SigningMethod(DigestAlgorithm.SHA256, SignatureLevel.B_T, Optional.of(timestamps), Optional.empty());
    }

    /** SHA-256 at level B-LT: with what is needed to judge it after the services are gone. */
    public static SigningMethod longTerm(TimestampSource timestamps, Augmenter augmenter) {
        return new SigningMethod(
                DigestAlgorithm.SHA256, SignatureLevel.B_LT, Optional.of(timestamps), Optional.of(augmenter));
    }

    /** SHA-256 at level B-LTA: as B-LT, and all of it under an archive timestamp. */
    public static SigningMethod archival(TimestampSource timestamps, Augmenter augmenter) {
        return new SigningMethod(
                DigestAlgorithm.SHA256, SignatureLevel.B_LTA, Optional.of(timestamps), Optional.of(augmenter));
    }

    /** The same by another hash. */
    public SigningMethod with(DigestAlgorithm other) {
        return new SigningMethod(other, level, timestamps, augmenter);
    }
}
