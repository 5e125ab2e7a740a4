package id.espm.signer.trust.revocation;

import id.espm.signer.RevocationGap;
import id.espm.signer.trust.evidence.Issuers;
import id.espm.signer.trust.evidence.NoEvidence;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;

/** Who may sign an OCSP answer (RFC 6960 §4.2.2.2): the issuer, or whom the issuer itself certified for that. */
final class OcspSigner {
    private static final int DIGITAL_SIGNATURE = 0;
    /** More than one responder needs; each costs a check of two signatures. */
    private static final int MAX_CERTIFICATES = 8;

    private OcspSigner() {}

    /** @throws NoEvidence {@link RevocationGap#FORGED} */
    static void require(BasicOCSPResp answer, Question question) throws NoEvidence {
        boolean signed = Stream.concat(Stream.of(question.issuer()), appointed(answer, question))
                .anyMatch(signer -> EvidenceSignature.holds(
                        answer.getSignatureAlgorithmID().getAlgorithm(),
                        signer.getPublicKey(),
                        answer::isSignatureValid));
        if (!signed) {
            throw new NoEvidence(RevocationGap.FORGED, claimed(answer));
        }
    }

    private static Stream<X509Certificate> appointed(BasicOCSPResp answer, Question question) {
        return Arrays.stream(answer.getCerts())
                .limit(MAX_CERTIFICATES)
                .flatMap(holder -> certificate(holder).stream())
                .filter(candidate -> isAppointed(candidate, question));
    }

    /** Whether such a responder is revoked itself is not asked: its certificate says not to, or lives for a short time. */
    private static boolean isAppointed(X509Certificate candidate, Question question) {
        boolean[] usage = candidate.getKeyUsage();
        return purposes(candidate).contains(KeyPurposeId.id_kp_OCSPSigning.getId())
                && (usage == null || usage[DIGITAL_SIGNATURE])
                && Issuers.isValid(candidate, question.at())
                && Issuers.bearsIssuersName(question.issuer(), candidate)
                && Issuers.verifies(candidate, question.issuer());
    }

    private static List<String> purposes(X509Certificate certificate) {
        try {
            return Optional.ofNullable(certificate.getExtendedKeyUsage()).orElse(List.of());
        } catch (CertificateException e) {
            return List.of();
        }
    }

    private static Optional<X509Certificate> certificate(X509CertificateHolder holder) {
        try {
            return Optional.of(new JcaX509CertificateConverter().getCertificate(holder));
        } catch (CertificateException e) {
            return Optional.empty();
        }
    }

    private static String claimed(BasicOCSPResp answer) {
        return Arrays.stream(answer.getCerts())
                .findFirst()
                .map(holder -> holder.getSubject().toString())
                .orElse("");
    }
}
