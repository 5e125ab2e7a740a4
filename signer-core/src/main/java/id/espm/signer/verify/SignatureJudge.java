package id.espm.signer.verify;

import id.espm.signer.Finding;
import id.espm.signer.Finding.Kind;
import id.espm.signer.SignatureLevel;
import id.espm.signer.Verdict;
import id.espm.signer.cms.CmsEvidence;
import id.espm.signer.cms.CmsSignature;
import id.espm.signer.cms.CmsTimestamp;
import id.espm.signer.key.CertificateUse;
import id.espm.signer.trust.CertificateTrust;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Joins the integrity of a CMS signature with the trust in its certificate. */
final class SignatureJudge {
    private final VerificationSettings settings;
    private final CertificateTrust trust;

    SignatureJudge(VerificationSettings settings) {
        this.settings = settings;
        this.trust = new CertificateTrust(settings.anchors());
    }

    /** Integrity first: of a broken signature the certificate's trust does not matter. */
    Verdict judge(CmsSignature signature, CmsEvidence evidence) {
        if (!signature.integrity().isValid()) {
            return signature.integrity();
        }
        Optional<Verdict> broken = timestamps(evidence)
                .map(CmsTimestamp::integrity)
                .flatMap(SignatureJudge::broken)
                .findFirst();
        if (broken.isPresent()) {
            return broken.get();
        }
        if (signature.weakness().isPresent()) {
            return new Verdict.Indeterminate(new Finding(
                    Kind.CRYPTO_CONSTRAINTS_FAILURE_NO_POE, signature.weakness().get()));
        }
        Optional<X509Certificate> certificate = signature.certificate();
        if (certificate.isEmpty()) {
            return new Verdict.Indeterminate(Finding.of(Kind.NO_SIGNING_CERTIFICATE_FOUND));
        }
        if (!CertificateUse.maySignDocuments(certificate.get())) {
            return new Verdict.Indeterminate(Finding.of(Kind.CERTIFICATE_NOT_FOR_SIGNING));
        }
        Instant at = provenTime(signature, evidence).orElse(settings.at());
        return trust.judge(certificate.get(), signature.bag(), at);
    }

    /** A timestamp that does not hold proves nothing; it does not break the signature that it is of (EN 319 102-1, 5.4). */
    private static Stream<Verdict> broken(Verdict timestamp) {
        return timestamp instanceof Verdict.Invalid invalid
                ? Stream.of(new Verdict.Indeterminate(invalid.reason()))
                : Stream.empty();
    }

    private static Stream<CmsTimestamp> timestamps(CmsEvidence evidence) {
        return Stream.concat(evidence.signatureTimestamps().stream(), evidence.archiveTimestamps().stream());
    }

    /**
     * The earliest time that a trusted authority vouches for (best-signature-time; EN 319 102-1, 5.5.4). A timestamp's
     * authority must be trusted when the next one over it was made, so that an authority may have expired since.
     */
    Optional<Instant> provenTime(CmsSignature signature, CmsEvidence evidence) {
        Optional<Instant> proven = Optional.empty();
        for (CmsTimestamp timestamp : latestFirst(evidence.archiveTimestamps())) {
            proven = proof(timestamp, signature, proven.orElse(settings.at())).or(sameAs(proven));
        }
        Instant until = proven.orElse(settings.at());
        return latestFirst(evidence.signatureTimestamps()).stream()
                .flatMap(timestamp -> proof(timestamp, signature, until).stream())
                .min(Comparator.naturalOrder())
                .or(sameAs(proven));
    }

    private static Supplier<Optional<Instant>> sameAs(Optional<Instant> proven) {
        return () -> proven;
    }

    private static List<CmsTimestamp> latestFirst(List<CmsTimestamp> timestamps) {
        return timestamps.stream()
                .filter(timestamp -> timestamp.time().isPresent())
                .sorted(Comparator.comparing(
                                (CmsTimestamp timestamp) -> timestamp.time().orElseThrow())
                        .reversed())
                .toList();
    }

    /** What a timestamp says, if it holds and its authority was trusted at a time that is not before it. */
    private Optional<Instant> proof(CmsTimestamp timestamp, CmsSignature signature, Instant until) {
        List<X509Certificate> others = new ArrayList<>(signature.bag());
        others.addAll(timestamp.bag());
        boolean trusted = timestamp.integrity().isValid()
                && timestamp
                        .certificate()
                        .filter(authority ->
                                trust.judge(authority, others, until).isValid())
                        .isPresent();
        return trusted ? timestamp.time().filter(time -> !time.isAfter(until)) : Optional.empty();
    }

    /**
     * The level whose form a signature has. Level B-B wants the certificate bound and the signer's time stated (EN 319 122-1,
     * 6.3; EN 319 142-1, 6.3); each further level wants what makes it, and every timestamp sound.
     */
    static Optional<SignatureLevel> level(CmsSignature signature, CmsEvidence evidence, boolean timeStated) {
        if (!signature.bound() || !timeStated) {
            return Optional.empty();
        }
        if (!allSound(evidence.signatureTimestamps())) {
            return Optional.of(SignatureLevel.B_B);
        }
        if (!evidence.revocationValues()) {
            return Optional.of(SignatureLevel.B_T);
        }
        return Optional.of(allSound(evidence.archiveTimestamps()) ? SignatureLevel.B_LTA : SignatureLevel.B_LT);
    }

    private static boolean allSound(List<CmsTimestamp> timestamps) {
        return !timestamps.isEmpty()
                && timestamps.stream().allMatch(t -> t.integrity().isValid());
    }

    FirstJudgement report(CmsSignature signature) {
        CmsEvidence evidence = signature.evidence();
        SignatureReport report = new SignatureReport(
                judge(signature, evidence),
                signature.certificate(),
                signature.bag(),
                signature.claims(),
                provenTime(signature, evidence),
                level(signature, evidence, signature.claims().claimedTime().isPresent()),
                signature.algorithm(),
                true,
                signature.remarks(),
                Optional.empty());
        return new FirstJudgement(report, Optional.of(signature));
    }
}
