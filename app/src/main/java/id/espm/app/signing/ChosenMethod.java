package id.espm.app.signing;

import id.espm.signer.Caution;
import id.espm.signer.SignatureLevel;
import id.espm.signer.augment.Augmenter;
import id.espm.signer.cms.SigningMethod;
import id.espm.signer.network.Proxies;
import id.espm.signer.timestamp.HttpTimestampSource;
import id.espm.signer.timestamp.TimestampSettings;
import id.espm.signer.timestamp.TsaLogin;
import id.espm.signer.trust.TrustAnchors;
import id.espm.signer.trust.evidence.RevocationSettings;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** The method of one call, with the connection to the TSA and the password for it until it is closed. */
public final class ChosenMethod implements AutoCloseable {
    private final SigningMethod method;
    private final Optional<HttpTimestampSource> source;

    private ChosenMethod(SigningMethod method, Optional<HttpTimestampSource> source) {
        this.method = method;
        this.source = source;
    }

    /** Level B-B, which needs nothing. */
    public static ChosenMethod basic() {
        return new ChosenMethod(SigningMethod.basic(), Optional.empty());
    }

    /**
     * The method for a level.
     *
     * @param tsa     needed from B-T on
     * @param login   closed with this
     * @param anchors to which chains must lead from B-LT on
     * @param proxies the way to the TSA and to the responders
     * @throws IllegalArgumentException if the level needs a TSA and there is none
     */
    public static ChosenMethod of(
            SignatureLevel level, List<URI> tsa, Optional<TsaLogin> login, TrustAnchors anchors, Proxies proxies) {
        if (level == SignatureLevel.B_B) {
            login.ifPresent(TsaLogin::close);
            return basic();
        }
        HttpTimestampSource source = new HttpTimestampSource(
                TimestampSettings.builder(tsa).proxies(proxies).build(), login);
        SigningMethod method = switch (level) {
            case B_B -> SigningMethod.basic();
            case B_T -> SigningMethod.timestamped(source);
            case B_LT -> SigningMethod.longTerm(source, augmenter(anchors, source, proxies));
            case B_LTA -> SigningMethod.archival(source, augmenter(anchors, source, proxies));
        };
        return new ChosenMethod(method, Optional.of(source));
    }

    private static Augmenter augmenter(TrustAnchors anchors, HttpTimestampSource source, Proxies proxies) {
        return new Augmenter(
                anchors, source, RevocationSettings.builder().proxies(proxies).build());
    }

    /** To be used until this is closed. */
    public SigningMethod method() {
        return method;
    }

    /** How far this computer's clock is off, if the TSA showed that it is. */
    public Optional<Caution.ClockDrift> drift() {
        return source.flatMap(HttpTimestampSource::drift);
    }

    @Override
    public void close() {
        source.ifPresent(HttpTimestampSource::close);
    }
}
