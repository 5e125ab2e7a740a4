package id.espm.signer.verify;

import id.espm.signer.Finding;
import id.espm.signer.Finding.Kind;
import id.espm.signer.SignatureLevel;
import id.espm.signer.Verdict;
import id.espm.signer.cms.CmsSignature;
import id.espm.signer.key.CertificateUse;
import id.espm.signer.trust.CertificateTrust;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/** Joins the integrity of a CMS signature with the trust in its certificate. */
final class SignatureJudge {
    private final VerificationSettings settings;
    private final CertificateTrust trust;

    SignatureJudge(VerificationSettings settings) {
        this.settings = settings;
        this.trust = new CertificateTrust(settings.anchors());
    }

    /** Integrity first: of a broken signature the certificate's trust does not matter. */
    Verdict judge(CmsSignature signature) {
        if (!signature.integrity().isValid()) {
            return signature.integrity();
        }
        Optional<X509Certificate> certificate = signature.certificate();
        if (certificate.isEmpty()) {
            return new Verdict.Indeterminate(Finding.of(Kind.NO_SIGNING_CERTIFICATE_FOUND));
        }
        if (!CertificateUse.maySignDocuments(certificate.get())) {
            return new Verdict.Indeterminate(Finding.of(Kind.SIG_CONSTRAINTS_FAILURE));
        }
        return trust.judge(certificate.get(), signature.bag(), settings.at());
    }

    /** Level B-B wants the certificate bound and the signer's time stated (EN 319 122-1, 6.3; EN 319 142-1, 6.3). */
    static Optional<SignatureLevel> level(CmsSignature signature, boolean timeStated) {
        return signature.bound() && timeStated ? Optional.of(SignatureLevel.B_B) : Optional.empty();
    }

    SignatureReport report(CmsSignature signature) {
        return new SignatureReport(
                judge(signature),
                signature.certificate(),
                signature.bag(),
                signature.claims(),
                level(signature, signature.claims().claimedTime().isPresent()),
                signature.algorithm(),
                true,
                List.of());
    }
}
