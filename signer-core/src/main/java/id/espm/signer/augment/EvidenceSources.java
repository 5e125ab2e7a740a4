package id.espm.signer.augment;

import eu.europa.esig.dss.alert.StatusAlert;
import eu.europa.esig.dss.alert.status.Status;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.spi.DSSASN1Utils;
import eu.europa.esig.dss.spi.validation.CertificateVerifier;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.validation.status.TokenStatus;
import id.espm.signer.LevelGap;
import id.espm.signer.dss.OnlineSources;
import id.espm.signer.dss.Trusting;
import id.espm.signer.trust.TrustAnchors;
import id.espm.signer.trust.evidence.RevocationSettings;
import java.util.Locale;
import java.util.stream.Collectors;

/** Where the evidence of a long-term level comes from: OCSP first, then CRL, issuers by AIA; and what stops it. */
final class EvidenceSources {
    private final TrustAnchors anchors;
    private final OnlineSources online;

    EvidenceSources(TrustAnchors anchors, RevocationSettings evidence) {
        this.anchors = anchors;
        this.online = new OnlineSources(evidence);
    }

    /** A verifier for one augmentation. */
    CertificateVerifier verifier() {
        CommonCertificateVerifier verifier = Trusting.verifier(anchors);
        online.connect(verifier);
        verifier.setAlertOnMissingRevocationData(EvidenceSources::missing);
        verifier.setAlertOnRevokedCertificate(stop(LevelGap.CERTIFICATE_REVOKED));
        verifier.setAlertOnExpiredCertificate(stop(LevelGap.CERTIFICATE_OUT_OF_DATE));
        verifier.setAlertOnNotYetValidCertificate(stop(LevelGap.CERTIFICATE_OUT_OF_DATE));
        verifier.setAlertOnInvalidTimestamp(stop(LevelGap.TIMESTAMP_NOT_USABLE));
        verifier.setAlertOnInvalidSignature(stop(LevelGap.OTHER));
        verifier.setAugmentationAlertOnHigherSignatureLevel(stop(LevelGap.OTHER));
        verifier.setAugmentationAlertOnSignatureWithoutCertificates(stop(LevelGap.OTHER));
        verifier.setAugmentationAlertOnSelfSignedCertificateChains(stop(LevelGap.CHAIN_NOT_TRUSTED));
        return verifier;
    }

    private static StatusAlert stop(LevelGap cause) {
        return status -> {
            throw new Stopped(cause, words(status));
        };
    }

    /** DSS does not ask about chains that lead to no anchor, and reports that in the same way. */
    private static void missing(Status status) {
        String words = words(status);
        boolean untrusted = words.toLowerCase(Locale.ROOT).contains("untrusted");
        throw new Stopped(untrusted ? LevelGap.CHAIN_NOT_TRUSTED : LevelGap.REVOCATION_DATA_MISSING, words);
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
