package id.espm.app.gui.sign;

import id.espm.app.delivery.CoverSheet;
import id.espm.app.delivery.HandedOver;
import id.espm.app.delivery.Handover;
import id.espm.app.delivery.SubmittableBundle;
import id.espm.app.espm.EspmException;
import id.espm.app.verification.SignedFileVerifier;
import id.espm.signer.SignerException;
import id.espm.signer.rules.Rules;
import id.espm.signer.trust.TrustAnchors;
import id.espm.signer.verify.VerificationSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** Lays bundles ready for the operator, who sends them in many offices (PER-10/PB/2018 Pasal 6(1)). */
public final class OperatorDesk {
    private final Rules rules;
    private final TrustAnchors anchors;
    private final Clock clock;

    /** @param clock in the office's zone */
    public OperatorDesk(Rules rules, TrustAnchors anchors, Clock clock) {
        this.rules = rules;
        this.anchors = anchors;
        this.clock = clock;
    }

    /**
     * Puts bundles into a folder, each with its cover sheet; those before one that is refused stay there.
     *
     * @throws SignerException as {@link SubmittableBundle#read} and {@link Handover#hand}
     * @throws EspmException   as {@link SubmittableBundle#read}
     */
    public List<HandedOver> hand(List<Path> bundles, Path folder) throws IOException, SignerException, EspmException {
        SignedFileVerifier verifier = new SignedFileVerifier(new VerificationSettings(anchors, clock.instant()), rules);
        Handover handover = new Handover(new CoverSheet(rules.serviceHours(), clock.getZone()));
        List<HandedOver> handed = new ArrayList<>();
        for (Path bundle : bundles) {
            SubmittableBundle read = SubmittableBundle.read(bundle, verifier, rules);
            handed.add(handover.hand(read, folder, false, clock.instant()));
        }
        return handed;
    }
}
