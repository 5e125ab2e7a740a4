package id.espm.signer.verify;

import id.espm.signer.FileRegion;
import id.espm.signer.Finding;
import id.espm.signer.Finding.Kind;
import id.espm.signer.Problem;
import id.espm.signer.SignerException;
import id.espm.signer.Verdict;
import id.espm.signer.cms.CmsEvidence;
import id.espm.signer.cms.CmsReport;
import id.espm.signer.cms.CmsSignature;
import id.espm.signer.pdf.EmbeddedSignature;
import id.espm.signer.pdf.PdfSignatureReader;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Judges the signatures of a PDF. After a signature the file may go on by what its long-term levels add and by nothing else
 * (see {@link PdfSignatureReader}); whatever else was added is not analysed, and the signature is at best indeterminate.
 */
public final class PdfFileVerifier {
    private final SignatureJudge judge;

    /** A verifier by these settings; it may be used for any number of files. */
    public PdfFileVerifier(VerificationSettings settings) {
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
        List<SignatureReport> reports = signatures.stream()
                .filter(s -> !s.isDocumentTimestamp())
                .filter(s -> originalSize == 0 || s.coveredEnd() > originalSize)
                .map(this::report)
                .toList();
        return reports.isEmpty() ? FileReport.unsigned(name, "") : FileReport.of(name, reports, List.of(), List.of());
    }

    private static FileReport unreadable(String name, SignerException e) {
        return FileReport.unreadable(
                name,
                e.problem() instanceof Problem.PdfUnusable unusable
                        ? new Finding(Kind.FORMAT_FAILURE, unusable.reason().name())
                        : Finding.of(Kind.FORMAT_FAILURE));
    }

    private SignatureReport report(EmbeddedSignature embedded) {
        List<CmsSignature> inside = embedded.cms().map(CmsReport::signatures).orElse(List.of());
        if (embedded.flaw().isPresent() || inside.size() != 1) {
            Finding finding = embedded.flaw().orElse(Finding.of(Kind.FORMAT_FAILURE));
            return SignatureReport.unreadable(new Verdict.Invalid(finding), embedded.claims());
        }
        CmsSignature signature = inside.getFirst();
        CmsEvidence evidence = embedded.evidence();
        Verdict verdict = judge.judge(signature, evidence);
        Optional<String> later = embedded.later().objection();
        if (later.isPresent()) {
            verdict = Verdict.worse(verdict, new Verdict.Indeterminate(Finding.of(Kind.NOT_WHOLE_FILE_COVERED)));
        }
        return new SignatureReport(
                verdict,
                signature.certificate(),
                signature.bag(),
                embedded.claims(),
                judge.provenTime(signature, evidence),
                SignatureJudge.level(
                        signature, evidence, embedded.claims().claimedTime().isPresent()),
                signature.algorithm(),
                embedded.coversAll(),
                modifications(embedded));
    }

    private static List<String> modifications(EmbeddedSignature embedded) {
        if (embedded.coversAll()) {
            return List.of();
        }
        String from = " from " + embedded.coveredEnd();
        return List.of(embedded.later()
                .objection()
                .map(objection -> "bytes after the signed range:" + from + ": " + objection)
                .orElse("only DSS dictionary and document timestamps:" + from));
    }
}
