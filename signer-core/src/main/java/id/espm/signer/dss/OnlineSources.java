package id.espm.signer.dss;

import eu.europa.esig.dss.service.crl.OnlineCRLSource;
import eu.europa.esig.dss.service.ocsp.OnlineOCSPSource;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.aia.DefaultAIASource;
import id.espm.signer.network.BoundedHttp;
import id.espm.signer.network.HttpLimits;
import java.time.Duration;

/** OCSP first, then CRL, and missing issuers by AIA, each within its own size. Several verifiers may use one. */
public final class OnlineSources {
    private static final int MAX_OCSP = 256 << 10;
    private static final int MAX_CRL = 32 << 20;
    private static final int MAX_CERTIFICATES = 1 << 20;

    private final BoundedHttp responders;
    private final BoundedHttp lists;
    private final BoundedHttp issuers;

    /**
     * @param connect how long a connection may take
     * @param answer  how long an answer may take altogether, to its last byte
     */
    public OnlineSources(Duration connect, Duration answer) {
        this.responders = http(connect, answer, MAX_OCSP);
        this.lists = http(connect, answer, MAX_CRL);
        this.issuers = http(connect, answer, MAX_CERTIFICATES);
    }

    private static BoundedHttp http(Duration connect, Duration answer, int maxBytes) {
        return BoundedHttp.following(new HttpLimits(connect, answer, maxBytes));
    }

    /** Lets a verifier ask. */
    public void connect(CommonCertificateVerifier verifier) {
        verifier.setOcspSource(new OnlineOCSPSource(new BoundedLoader(responders, "application/ocsp-request")));
        verifier.setCrlSource(new OnlineCRLSource(new BoundedLoader(lists, "application/pkix-crl")));
        verifier.setAIASource(new DefaultAIASource(new BoundedLoader(issuers, "application/pkix-cert")));
        verifier.setRevocationFallback(true);
    }
}
