package id.espm.signer.cms;

import id.espm.signer.DigestAlgorithm;
import id.espm.signer.SignatureLevel;
import id.espm.signer.timestamp.TimestampSource;
import java.util.Optional;

/**
 * How signatures are made, whatever is signed.
 *
 * @param digest     the hash of content and signed attributes
 * @param level      the baseline level that must be reached; never silently a lower one
 * @param timestamps where timestamps come from; needed from level B-T on
 */
public record SigningMethod(DigestAlgorithm digest, SignatureLevel level, Optional<TimestampSource> timestamps) {
    private static final SigningMethod BASIC =
            new SigningMethod(DigestAlgorithm.SHA256, SignatureLevel.B_B, Optional.empty());

    /** @throws IllegalArgumentException if the level needs what is missing */
    public SigningMethod {
        if (level != SignatureLevel.B_B && timestamps.isEmpty()) {
            throw new IllegalArgumentException(level.label() + " needs a source of timestamps");
        }
    }

    /** SHA-256 at level B-B: needs no network. */
    public static SigningMethod basic() {
        return BASIC;
    }

    /** SHA-256 at level B-T. */
    public static SigningMethod timestamped(TimestampSource timestamps) {
        return new SigningMethod(DigestAlgorithm.SHA256, SignatureLevel.B_T, Optional.of(timestamps));
    }
}
