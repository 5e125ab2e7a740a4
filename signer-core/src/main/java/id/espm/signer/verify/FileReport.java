package id.espm.signer.verify;

import id.espm.signer.Finding;
import id.espm.signer.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The judgement of one file, or of one document in a bundle.
 *
 * @param name       the file's path as given, or the entry's name
 * @param signed     whether it holds any signature
 * @param verdict    the worst of its signatures, its documents and its findings
 * @param signatures each signature of its own
 * @param findings   what was found about the file as a whole
 * @param documents  the documents inside, for a bundle
 * @param etsiReports the second judge's validation reports on its own signatures (ETSI TS 119 102-2), where asked for
 */
public record FileReport(
        String name,
        boolean signed,
        Verdict verdict,
        List<SignatureReport> signatures,
        List<Finding> findings,
        List<FileReport> documents,
        List<String> etsiReports) {

    /** Keeps copies of the lists. */
    public FileReport {
        signatures = List.copyOf(signatures);
        findings = List.copyOf(findings);
        documents = List.copyOf(documents);
        etsiReports = List.copyOf(etsiReports);
    }

    /** A file that holds signatures, judged by the worst of them and of what was found. */
    public static FileReport of(
            String name, List<SignatureReport> signatures, List<Finding> findings, List<FileReport> documents) {
        Verdict verdict = Verdict.valid();
        for (SignatureReport signature : signatures) {
            verdict = Verdict.worse(verdict, signature.verdict());
        }
        for (Finding finding : findings) {
            verdict = Verdict.worse(verdict, new Verdict.Invalid(finding));
        }
        for (FileReport document : documents) {
            verdict = Verdict.worse(verdict, document.verdict());
        }
        return new FileReport(name, true, verdict, signatures, findings, documents, List.of());
    }

    /** A file without any signature. */
    public static FileReport unsigned(String name, String detail) {
        Finding finding = new Finding(Finding.Kind.NOT_SIGNED, detail);
        return new FileReport(
                name, false, new Verdict.Invalid(finding), List.of(), List.of(finding), List.of(), List.of());
    }

    /** A file that could not be read as what it should be. */
    public static FileReport unreadable(String name, Finding finding) {
        return new FileReport(
                name, true, new Verdict.Invalid(finding), List.of(), List.of(finding), List.of(), List.of());
    }

    /** A file of which nothing can be said, although nothing is known to be wrong with it. */
    public static FileReport undecided(String name, Finding finding) {
        return new FileReport(
                name, true, new Verdict.Indeterminate(finding), List.of(), List.of(finding), List.of(), List.of());
    }

    /** This one, with the second judge's validation reports besides those that it has. */
    public FileReport withEtsiReports(List<String> more) {
        List<String> all = new ArrayList<>(etsiReports);
        all.addAll(more);
        return new FileReport(name, signed, verdict, signatures, findings, documents, all);
    }

    /**
     * A file that holds signatures, judged by the worst of them and of what was found, part of which only leaves it open.
     *
     * @param wrong   makes it invalid
     * @param unclear makes it indeterminate
     */
    public static FileReport judged(
            String name, List<SignatureReport> signatures, List<Finding> wrong, List<Finding> unclear) {
        Verdict verdict = of(name, signatures, wrong, List.of()).verdict();
        for (Finding finding : unclear) {
            verdict = Verdict.worse(verdict, new Verdict.Indeterminate(finding));
        }
        List<Finding> findings =
                Stream.concat(wrong.stream(), unclear.stream()).distinct().toList();
        return new FileReport(name, true, verdict, signatures, findings, List.of(), List.of());
    }
}
