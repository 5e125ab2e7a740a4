package id.espm.signer;

import id.espm.sandbox.PkiServer;
import id.espm.sandbox.ca.CertificateAuthority;
import id.espm.sandbox.ca.IssuedKey;
import id.espm.sandbox.ca.KeyAlgorithm;
import id.espm.sandbox.ca.PkiAddresses;
import id.espm.sandbox.judge.DssJudge;
import id.espm.signer.augment.Augmenter;
import id.espm.signer.cms.SigningMethod;
import id.espm.signer.timestamp.HttpTimestampSource;
import id.espm.signer.timestamp.TimestampSettings;
import id.espm.signer.trust.TrustAnchors;
import id.espm.signer.trust.evidence.RevocationSettings;
import id.espm.signer.verify.VerificationSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** A CA whose OCSP, CRL and TSA answer on loopback, for the levels that need them. */
public final class LivePki implements AutoCloseable {
    private final CertificateAuthority ca;
    private final PkiServer server;
    private final HttpTimestampSource timestamps;

    private LivePki(CertificateAuthority ca, PkiServer server) {
        this.ca = ca;
        this.server = server;
        this.timestamps = new HttpTimestampSource(TimestampSettings.of(List.of(server.tsa())), Optional.empty());
    }

    public static LivePki start() throws IOException {
        CertificateAuthority ca = CertificateAuthority.inMemory(InstantSource.system(), PkiAddresses.onFreePort());
        return new LivePki(ca, PkiServer.start(ca));
    }

    public CertificateAuthority ca() {
        return ca;
    }

    /** Its services, and what they are to do wrong. */
    public PkiServer server() {
        return server;
    }

    public HttpTimestampSource timestamps() {
        return timestamps;
    }

    public TrustAnchors anchors() {
        return new TrustAnchors(new HashSet<>(ca.anchors()));
    }

    public VerificationSettings trusting() {
        return new VerificationSettings(anchors(), Instant.now());
    }

    public IssuedKey issue(String name, KeyAlgorithm algorithm) {
        return ca.issue(Officials.profile(name).keyAlgorithm(algorithm).build());
    }

    public Augmenter augmenter() {
        return new Augmenter(anchors(), timestamps, RevocationSettings.usual());
    }

    /** SHA-256 at a level. */
    public SigningMethod method(SignatureLevel level) {
        return switch (level) {
            case B_B -> SigningMethod.basic();
            case B_T -> SigningMethod.timestamped(timestamps);
            case B_LT -> SigningMethod.longTerm(timestamps, augmenter());
            case B_LTA -> SigningMethod.archival(timestamps, augmenter());
        };
    }

    /** The EU's DSS, asking this CA's responders. */
    public DssJudge dss() {
        return DssJudge.trusting(ca.anchors());
    }

    public Path anchorsPem(Path folder) throws IOException {
        return Officials.pem(ca.anchors(), folder.resolve("live-anchors.pem"));
    }

    @Override
    public void close() {
        timestamps.close();
        server.close();
    }
}
