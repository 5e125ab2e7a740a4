package id.espm.signer;

import java.time.Duration;
import java.time.Instant;

/** What does not stop a signature, but must be told to who makes it: one record per case, as in {@link Problem}. */
public sealed interface Caution {

    /** The certificate ends soon (jingga): a new one should be asked for in time. */
    record ExpiresSoon(Instant notAfter, long daysLeft) implements Caution {}

    /** A key or hash that is accepted no longer everywhere; {@code algorithm} such as {@code RSA-1024}. */
    record WeakAlgorithm(String algorithm) implements Caution {}

    /** There is no trust anchor to judge the issuer by. */
    record IssuerNotJudged(String issuer) implements Caution {}

    /** Whether the certificate is revoked could not be learned. */
    record RevocationUnknown(RevocationGap gap, String detail) implements Caution {}

    /** This computer's clock is {@code ahead} of that of {@code source}; negative: behind it. */
    record ClockDrift(Duration ahead, String source) implements Caution {}
}
