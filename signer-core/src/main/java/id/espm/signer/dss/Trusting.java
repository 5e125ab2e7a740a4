package id.espm.signer.dss;

import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import id.espm.signer.trust.TrustAnchors;

/** Makes DSS trust whom this program trusts, and nobody else. */
public final class Trusting {
    private Trusting() {}

    /** A verifier for one task; it asks nobody over the network. */
    public static CommonCertificateVerifier verifier(TrustAnchors anchors) {
        CommonTrustedCertificateSource trusted = new CommonTrustedCertificateSource();
        anchors.certificates().forEach(anchor -> trusted.addCertificate(new CertificateToken(anchor)));
        CommonCertificateVerifier verifier = new CommonCertificateVerifier(true);
        verifier.setTrustedCertSources(trusted);
        return verifier;
    }
}
