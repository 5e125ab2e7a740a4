package id.espm.signer.augment;

import eu.europa.esig.dss.alert.StatusAlert;
import eu.europa.esig.dss.alert.status.Status;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.service.crl.OnlineCRLSource;
import eu.europa.esig.dss.service.ocsp.OnlineOCSPSource;
import eu.europa.esig.dss.spi.DSSASN1Utils;
import eu.europa.esig.dss.spi.validation.CertificateVerifier;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.validation.status.TokenStatus;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import eu.europa.esig.dss.spi.x509.aia.DefaultAIASource;
import id.espm.signer.Problem.LevelNotReached.Cause;
import id.espm.signer.network.BoundedHttp;
import id.espm.signer.network.HttpLimits;
import id.espm.signer.trust.TrustAnchors;
import java.util.Locale;
import java.util.stream.Collectors;

/** Where the evidence of a long-term level comes from: OCSP first, then CRL, issuers by AIA; and what stops it. */
final class EvidenceSources {
    private static final int MAX_OCSP = 256 << 10;
    private static final int MAX_CRL = 32 << 20;
    private static final int MAX_CERTIFICATES = 1 << 20;

    private final TrustAnchors anchors;
    private final BoundedHttp responders;
    private final BoundedHttp lists;
    private final BoundedHttp issuers;

    EvidenceSources(TrustAnchors anchors, AugmentationLimits limits) {
        this.anchors = anchors;
        this.responders = http(limits, MAX_OCSP);
        this.lists = http(limits, MAX_CRL);
        this.issuers = http(limits, MAX_CERTIFICATES);
    }

    private static BoundedHttp http(AugmentationLimits limits, int maxBytes) {
        return BoundedHttp.following(new HttpLimits(limits.connect(), limits.answer(), maxBytes));
    }

    /** A verifier for one augmentation. */
    CertificateVerifier verifier() {
        CommonTrustedCertificateSource trusted = new CommonTrustedCertificateSource();
        anchors.certificates().forEach(anchor -> trusted.addCertificate(new CertificateToken(anchor)));
        CommonCertificateVerifier verifier = new CommonCertificateVerifier(true);
        verifier.setTrustedCertSources(trusted);
        verifier.setOcspSource(new OnlineOCSPSource(new BoundedLoader(responders, "application/ocsp-request")));
        verifier.setCrlSource(new OnlineCRLSource(new BoundedLoader(lists, "application/pkix-crl")));
        verifier.setAIASource(new DefaultAIASource(new BoundedLoader(issuers, "application/pkix-cert")));
        verifier.setRevocationFallback(true);
        verifier.setAlertOnMissingRevocationData(EvidenceSources::missing);
        verifier.setAlertOnRevokedCertificate(stop(Cause.CERTIFICATE_REVOKED));
        verifier.setAlertOnExpiredCertificate(stop(Cause.CERTIFICATE_OUT_OF_DATE));
        verifier.setAlertOnNotYetValidCertificate(stop(Cause.CERTIFICATE_OUT_OF_DATE));
        verifier.setAlertOnInvalidTimestamp(stop(Cause.TIMESTAMP_NOT_USABLE));
        verifier.setAlertOnInvalidSignature(stop(Cause.OTHER));
        verifier.setAugmentationAlertOnHigherSignatureLevel(stop(Cause.OTHER));
        verifier.setAugmentationAlertOnSignatureWithoutCertificates(stop(Cause.OTHER));
        verifier.setAugmentationAlertOnSelfSignedCertificateChains(stop(Cause.CHAIN_NOT_TRUSTED));
        return verifier;
    }

    private static StatusAlert stop(Cause cause) {
        return status -> {
            throw new Stopped(cause, words(status));
        };
    }

    /** DSS does not ask about chains that lead to no anchor, and reports that in the same way. */
    private static void missing(Status status) {
        String words = words(status);
        boolean untrusted = words.toLowerCase(Locale.ROOT).contains("untrusted");
        throw new Stopped(untrusted ? Cause.CHAIN_NOT_TRUSTED : Cause.REVOCATION_DATA_MISSING, words);
    }

    /** Which certificates it is about, by the names that people know, and what DSS says of each. */
    private static String words(Status status) {
        if (!(status instanceof TokenStatus tokens)) {
            return status.getErrorString();
        }
        return tokens.getRelatedTokens().stream()
                .map(token -> token instanceof CertificateToken certificate
                        ? DSSASN1Utils.getHumanReadableName(certificate) + ": " + tokens.getMessageForToken(token)
                        : String.valueOf(tokens.getMessageForToken(token)))
                .sorted()
                .collect(Collectors.joining(" "));
    }
}
