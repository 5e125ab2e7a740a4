package id.espm.signer.dss;

import eu.europa.esig.dss.service.crl.OnlineCRLSource;
import eu.europa.esig.dss.service.ocsp.OnlineOCSPSource;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.aia.DefaultAIASource;
import id.espm.signer.trust.evidence.EvidenceHttp;
import id.espm.signer.trust.evidence.RevocationSettings;

/** OCSP first, then CRL, and missing issuers by AIA. Several verifiers may use one. */
public final class OnlineSources {
    private final EvidenceHttp http;

    /** @param settings how long each service may take, and the way to it */
    public OnlineSources(RevocationSettings settings) {
        this.http = new EvidenceHttp(settings);
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
