package id.espm.signer.verify;

import id.espm.signer.trust.TrustAnchors;
import java.time.Instant;

/**
 * How files are judged.
 *
 * @param anchors whom to trust; with none every sound signature is indeterminate
 * @param at      the time as of which certificates must be valid where no time is proven
 */
public record VerificationSettings(TrustAnchors anchors, Instant at) {}
