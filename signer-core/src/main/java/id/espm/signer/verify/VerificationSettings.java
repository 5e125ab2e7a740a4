package id.espm.signer.verify;

import id.espm.signer.trust.TrustAnchors;
import java.time.Instant;
import java.util.Optional;

/**
 * How files are judged.
 *
 * @param anchors whom to trust; with none every sound signature is indeterminate
 * @param at      the time as of which certificates must be valid where no time is proven
 * @param second  who is heard besides; nobody where the program only reads back what it wrote
 * @param viewer  who draws pages where it is not clear whether a change matters
 */
public record VerificationSettings(
        TrustAnchors anchors, Instant at, Optional<SecondJudge> second, Optional<PageViewer> viewer) {
    /** Nobody else is heard, and nothing drawn. */
    public VerificationSettings(TrustAnchors anchors, Instant at) {
        this(anchors, at, Optional.empty(), Optional.empty());
    }

    /** These, with somebody else heard. */
    public VerificationSettings hearing(SecondJudge judge) {
        return new VerificationSettings(anchors, at, Optional.of(judge), viewer);
    }

    /** These, with somebody who draws pages. */
    public VerificationSettings seeing(PageViewer eyes) {
        return new VerificationSettings(anchors, at, second, Optional.of(eyes));
    }
}
