package id.espm.app.delivery;

import id.espm.app.espm.EspmException;
import id.espm.app.espm.EspmProblem;
import id.espm.app.espm.Submission;
import id.espm.app.espm.SubmissionDetails;
import id.espm.app.verification.SignedFileVerifier;
import id.espm.signer.Finding;
import id.espm.signer.Problem;
import id.espm.signer.SignerException;
import id.espm.signer.Verdict;
import id.espm.signer.bundle.BundleReport;
import id.espm.signer.bundle.ContentsList;
import id.espm.signer.bundle.Signatories;
import id.espm.signer.bundle.Signatories.Signatory;
import id.espm.signer.key.CertificateIdentity;
import id.espm.signer.rules.Rules;
import id.espm.signer.verify.FileReport;
import id.espm.signer.verify.SignatureReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * A bundle that may be sent: nothing in it is known to be wrong, and it tells everything that eSPM asks.
 *
 * @param file    the bundle
 * @param details what eSPM is told of it
 * @param verdict valid, or indeterminate where trust could not be established here
 * @param signed  the officials who signed it, as they stated it, in the order of signing
 */
public record SubmittableBundle(Path file, SubmissionDetails details, Verdict verdict, List<Signatory> signed) {
    public SubmittableBundle {
        signed = List.copyOf(signed);
    }

    /**
     * Judges and reads a bundle.
     *
     * @throws SignerException {@link Problem.BundleUnusable} where anything in it is not valid, {@link Problem.FileUnreadable}
     * @throws EspmException   {@link EspmProblem.NeverSubmitted}
     */
    public static SubmittableBundle read(Path file, SignedFileVerifier verifier, Rules rules)
            throws IOException, SignerException, EspmException {
        BundleReport judged = verifier.bundle(file);
        FileReport report = judged.report();
        if (report.verdict() instanceof Verdict.Invalid invalid) {
            throw unusable(file, firstOf(report, invalid));
        }
        ContentsList contents =
                judged.contents().orElseThrow(() -> unusable(file, Finding.of(Finding.Kind.ENTRY_MISSING)));
        if (!rules.of(contents.jenis()).submitted()) {
            throw new EspmException(new EspmProblem.NeverSubmitted(contents.jenis()));
        }
        List<Signatory> signed =
                Signatories.of(judged, rules).map(Signatories::signed).orElse(List.of());
        return new SubmittableBundle(file, details(file, contents, report.signatures()), report.verdict(), signed);
    }

    /** The most telling finding: one that names an entry before a bare verdict. */
    private static Finding firstOf(FileReport report, Verdict.Invalid invalid) {
        return report.findings().isEmpty()
                ? invalid.reason()
                : report.findings().getFirst();
    }

    /** The certificate that sealed the bundle is that of its last signature. */
    private static SubmissionDetails details(Path file, ContentsList contents, List<SignatureReport> signatures)
            throws SignerException {
        String serial = signatures
                .getLast()
                .certificate()
                .map(certificate -> CertificateIdentity.of(certificate).serialHex())
                .orElseThrow(() -> unusable(file, Finding.of(Finding.Kind.NO_SIGNING_CERTIFICATE_FOUND)));
        try {
            return new SubmissionDetails(
                    new Submission.Content(
                            contents.jenis(),
                            contents.satker(),
                            Objects.requireNonNullElse(contents.kppn(), ""),
                            contents.tahun(),
                            contents.nomor()),
                    serial);
        } catch (IllegalArgumentException e) {
            throw new SignerException(
                    new Problem.BundleUnusable(
                            file, new Finding(Finding.Kind.RULE_BROKEN, ContentsList.ENTRY + ": satker, kppn")),
                    e);
        }
    }

    private static SignerException unusable(Path file, Finding finding) {
        return new SignerException(new Problem.BundleUnusable(file, finding));
    }
}
