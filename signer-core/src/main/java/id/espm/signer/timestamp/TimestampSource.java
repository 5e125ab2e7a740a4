package id.espm.signer.timestamp;

import id.espm.signer.Caution.ClockDrift;
import id.espm.signer.DigestAlgorithm;
import id.espm.signer.SignerException;
import java.util.Optional;

/** Where timestamps come from: a time-stamping authority, TSA (RFC 3161). */
public interface TimestampSource {
    /** What a token of a chain of two or three certificates rarely exceeds. */
    int ASSUMED_TOKEN_SIZE = 8192;

    /**
     * Has a hash timestamped. The answer was checked: it is granted, for this hash and this request.
     *
     * @param algorithm the hash function
     * @param imprint   the hash
     * @return the TimeStampToken, a CMS ContentInfo in DER
     * @throws SignerException if no authority gives one
     */
    byte[] stamp(DigestAlgorithm algorithm, byte[] imprint) throws SignerException;

    /** How large the next token will be, in bytes, as far as can be told beforehand: an expectation, not a bound. */
    default int expectedTokenSize() {
        return ASSUMED_TOKEN_SIZE;
    }

    /** How far this computer's clock is off by what was last heard, if it is by more than it may be. */
    default Optional<ClockDrift> drift() {
        return Optional.empty();
    }
}
