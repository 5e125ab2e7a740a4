package id.espm.app.verification;

import id.espm.app.drawing.DrawnPages;
import id.espm.signer.dss.OnlineSources;
import id.espm.signer.opinion.DssJudge;
import id.espm.signer.opinion.OpinionLimits;
import id.espm.signer.trust.TrustAnchors;
import id.espm.signer.verify.VerificationSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How files are judged for people: by both judges, and with an eye on their pages.
 *
 * @param anchors which issuers are trusted
 * @param at      as of when
 * @param online  whether responders are asked for revocation
 * @param xml     whether the second judge makes reports of its own
 */
public record VerificationTerms(TrustAnchors anchors, Instant at, boolean online, boolean xml) {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(15);
    /** A file may name several responders that do not answer. */
    private static final Duration ONLINE_WAIT = Duration.ofMinutes(2);

    /** The same for the library. */
    public VerificationSettings settings() {
        OpinionLimits usual = OpinionLimits.usual();
        OpinionLimits limits = online ? new OpinionLimits(usual.computing(), ONLINE_WAIT, usual.maxSize()) : usual;
        Optional<OnlineSources> sources = online ? Optional.of(new OnlineSources(CONNECT, ANSWER)) : Optional.empty();
        return new VerificationSettings(anchors, at)
                .hearing(new DssJudge(anchors, limits, sources, xml))
                .seeing(new DrawnPages());
    }
}
