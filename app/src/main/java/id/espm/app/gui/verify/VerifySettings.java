package id.espm.app.gui.verify;

import id.espm.signer.rules.Rules;
import id.espm.signer.trust.TrustAnchors;
import java.time.Clock;

/**
 * By what files are judged.
 *
 * @param anchors which issuers are trusted
 * @param rules   who signs what
 * @param clock   as of when they are judged
 */
public record VerifySettings(TrustAnchors anchors, Rules rules, Clock clock) {}
