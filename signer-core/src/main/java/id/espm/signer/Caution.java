package id.espm.signer;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/** What does not stop a signature, but must be told to who makes it: one record per case, as in {@link Problem}. */
public sealed interface Caution {

    /** About the certificate or this machine. */
    sealed interface OfKey extends Caution {}

    /** About the package or its documents. */
    sealed interface OfDocuments extends Caution {}

    /** The certificate ends soon (jingga): a new one should be asked for in time. */
    record ExpiresSoon(Instant notAfter, long daysLeft) implements OfKey {}

    /** A key or hash that is accepted no longer everywhere; {@code algorithm} such as {@code RSA-1024}. */
    record WeakAlgorithm(String algorithm) implements OfKey {}

    /** There is no trust anchor to judge the issuer by. */
    record IssuerNotJudged(String issuer) implements OfKey {}

    /** Whether the certificate is revoked could not be learned. */
    record RevocationUnknown(RevocationGap gap, String detail) implements OfKey {}

    /** This computer's clock is {@code ahead} of that of {@code source}; negative: behind it. */
    record ClockDrift(Duration ahead, String source) implements OfKey {}

    /** A file so large that sending it may take long; sizes in bytes. */
    record LargeFile(Path file, long size, long usual) implements OfDocuments {}

    /** What an ADK holds could not be learned; it is signed as it is. */
    record AdkNotRead(Path adk, AdkGap gap) implements OfDocuments {}

    /** The ADK could be read, but no PDF beside it tells the same SPM in text, such as a scan. */
    record NotCompared(Path adk, String nomor) implements OfDocuments {}

    /** ADK and PDFs differ, and who signs accepted it. */
    record DifferenceAccepted(Difference difference) implements OfDocuments {}

    /** The same document was signed before from this machine. */
    record SignedBefore(String nomor, Instant at, Path bundle) implements OfDocuments {}
}
