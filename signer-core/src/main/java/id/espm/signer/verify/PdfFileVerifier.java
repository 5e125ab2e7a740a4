package id.espm.signer.verify;

import id.espm.signer.FileRegion;
import id.espm.signer.Finding;
import id.espm.signer.Finding.Kind;
import id.espm.signer.Problem;
import id.espm.signer.Problem.PdfUnusable.Reason;
import id.espm.signer.SignerException;
import id.espm.signer.Verdict;
import id.espm.signer.cms.CmsEvidence;
import id.espm.signer.cms.CmsReport;
import id.espm.signer.cms.CmsSignature;
import id.espm.signer.pdf.BeyondBounds;
import id.espm.signer.pdf.EmbeddedSignature;
import id.espm.signer.pdf.PdfSignatureReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Judges the signatures of a PDF. After a signature the file may go on by what the signature allows: further signatures, filled-in
 * form fields, long-term data. Whatever else was changed makes it invalid, or indeterminate where nobody can tell.
 */
public final class PdfFileVerifier {
    /** The file may be in order, for those who can open it. */
    private static final Set<Reason> CLOSED =
            Set.of(Reason.PASSWORD_NEEDED, Reason.PASSWORD_WRONG, Reason.ENCRYPTION_UNSUPPORTED);

    /** Drawing takes long; later signatures tell little more of the same changes. */
    private static final int MOST_LOOKS = 2;

    private final VerificationSettings settings;
    private final SignatureJudge judge;

    /** A verifier by these settings; it may be used for any number of files. */
    public PdfFileVerifier(VerificationSettings settings) {
        this.settings = settings;
        this.judge = new SignatureJudge(settings);
    }

    /**
     * Judges a whole PDF.
     *
     * @param name how the report calls the file
     * @throws IOException if it cannot be read at all; never for a bad signature
     */
    public FileReport verify(String name, FileRegion pdf) throws IOException {
        return verify(name, pdf, 0);
    }

    /**
     * Judges the signatures that were added after an original; those inside the original are its own affair.
     *
     * @param originalSize how many bytes at the beginning are the original
     */
    public FileReport verify(String name, FileRegion pdf, long originalSize) throws IOException {
        List<EmbeddedSignature> signatures;
        try {
            signatures = PdfSignatureReader.read(pdf);
        } catch (SignerException e) {
            return unreadable(name, e);
        }
        List<FirstJudgement> first = new ArrayList<>();
        int looks = 0;
        for (EmbeddedSignature embedded : signatures) {
            if (!embedded.isDocumentTimestamp() && (originalSize == 0 || embedded.coveredEnd() > originalSize)) {
                boolean look = isUnclear(embedded) && looks++ < MOST_LOOKS;
                first.add(report(embedded, look ? look(embedded, pdf) : Optional.empty()));
            }
        }
        if (first.isEmpty()) {
            return FileReport.unsigned(name, "");
        }
        Hearing.Outcome outcome = Hearing.hear(settings, first, (second, at) -> second.pdf(pdf, at));
        return FileReport.of(name, outcome.reports(), List.of(), List.of()).withEtsiReports(outcome.etsiReports());
    }

    private static FileReport unreadable(String name, SignerException e) {
        if (!(e.problem() instanceof Problem.PdfUnusable unusable)) {
            return FileReport.unreadable(name, Finding.of(Kind.FORMAT_FAILURE));
        }
        if (e.getCause() instanceof BeyondBounds bounds) {
            return FileReport.undecided(name, new Finding(Kind.BEYOND_BOUNDS, String.valueOf(bounds.getMessage())));
        }
        Finding finding = new Finding(Kind.FORMAT_FAILURE, unusable.reason().name());
        return CLOSED.contains(unusable.reason())
                ? FileReport.undecided(name, finding)
                : FileReport.unreadable(name, finding);
    }

    private FirstJudgement report(EmbeddedSignature embedded, Optional<String> seen) {
        List<CmsSignature> inside = embedded.cms().map(CmsReport::signatures).orElse(List.of());
        if (embedded.flaw().isPresent() || inside.size() != 1) {
            Verdict flaw = embedded.flaw().orElse(new Verdict.Invalid(Finding.of(Kind.FORMAT_FAILURE)));
            return new FirstJudgement(SignatureReport.unreadable(flaw, embedded.claims()), Optional.empty());
        }
        CmsSignature signature = inside.getFirst();
        CmsEvidence evidence = embedded.evidence();
        Verdict verdict = Verdict.worse(embedded.later().verdict(), judge.judge(signature, evidence));
        SignatureReport report = new SignatureReport(
                verdict,
                signature.certificate(),
                signature.bag(),
                embedded.claims(),
                judge.provenTime(signature, evidence),
                SignatureJudge.level(
                        signature, evidence, embedded.claims().claimedTime().isPresent()),
                signature.algorithm(),
                embedded.coversAll(),
                Stream.of(signature.remarks().stream(), seen.stream(), embedded.later().modifications().stream())
                        .flatMap(remarks -> remarks)
                        .toList(),
                Optional.empty());
        return new FirstJudgement(report, Optional.of(signature));
    }

    private static boolean isUnclear(EmbeddedSignature embedded) {
        return embedded.later().verdict() instanceof Verdict.Indeterminate indeterminate
                && indeterminate.reason().kind() == Kind.LATER_CHANGES_UNCLEAR;
    }

    /** Objects do not tell whether a change matters: what can be seen of it may help who has to decide. */
    private Optional<String> look(EmbeddedSignature embedded, FileRegion pdf) {
        return settings.viewer().flatMap(viewer -> viewer.compare(pdf.part(0, embedded.coveredEnd()), pdf));
    }
}
