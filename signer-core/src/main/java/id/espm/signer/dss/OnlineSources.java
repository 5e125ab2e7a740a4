package id.espm.signer.dss;

import eu.europa.esig.dss.service.crl.OnlineCRLSource;
import eu.europa.esig.dss.service.ocsp.OnlineOCSPSource;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.aia.DefaultAIASource;
import id.espm.signer.trust.evidence.EvidenceHttp;
import id.espm.signer.trust.evidence.RevocationSettings;
import java.time.Duration;

/** OCSP first, then CRL, and missing issuers by AIA. Several verifiers may use one. */
public final class OnlineSources {
    private final EvidenceHttp http;

    /**
     * @param connect how long a connection may take
     * @param answer  how long an answer may take altogether, to its last byte
     */
    public OnlineSources(Duration connect, Duration answer) {
        this.http = new EvidenceHttp(
                RevocationSettings.builder().connect(connect).answer(answer).build());
    }

    /** Lets a verifier ask. */
    public void connect(CommonCertificateVerifier verifier) {
        verifier.setOcspSource(new OnlineOCSPSource(new EvidenceLoader(http::ocsp)));
        verifier.setCrlSource(new OnlineCRLSource(new EvidenceLoader((address, nothing) -> http.crl(address))));
        verifier.setAIASource(
                new DefaultAIASource(new EvidenceLoader((address, nothing) -> http.certificates(address))));
        verifier.setRevocationFallback(true);
    }
}
