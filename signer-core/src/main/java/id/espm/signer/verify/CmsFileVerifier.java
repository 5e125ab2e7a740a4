package id.espm.signer.verify;

import id.espm.signer.ByteSource;
import id.espm.signer.Finding;
import id.espm.signer.cms.CmsReport;
import id.espm.signer.cms.CmsVerifier;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Judges {@code .p7m} files, and {@code .p7s} files with the content they sign. */
public final class CmsFileVerifier {
    /** Nothing is wrong with the signature as far as it can be judged without its content, or by this program. */
    private static final Set<Finding.Kind> UNDECIDED =
            Set.of(Finding.Kind.SIGNED_DATA_NOT_FOUND, Finding.Kind.FORM_UNKNOWN);

    private final CmsVerifier verifier = new CmsVerifier();
    private final VerificationSettings settings;
    private final SignatureJudge judge;

    /** A verifier by these settings; it may be used for any number of files. */
    public CmsFileVerifier(VerificationSettings settings) {
        this.settings = settings;
        this.judge = new SignatureJudge(settings);
    }

    /**
     * Judges a signature that holds its content, and gives the content out.
     *
     * @param name how the report calls the file
     * @param sink receives the content; worth something only if the verdict is valid
     */
    public FileReport verifyEnveloping(String name, ByteSource cms, OutputStream sink) throws IOException {
        CmsReport report;
        try (InputStream in = cms.open()) {
            report = verifier.verifyEnveloping(in, sink);
        }
        return report(name, report, (second, at) -> second.enveloping(cms, at));
    }

    /** Judges a signature over content that stands elsewhere. */
    public FileReport verifyDetached(String name, ByteSource cms, ByteSource content) throws IOException {
        CmsReport report;
        try (InputStream in = cms.open();
                InputStream signed = content.open()) {
            report = verifier.verifyDetached(in, signed);
        }
        return report(name, report, (second, at) -> second.detached(cms, content, at));
    }

    private FileReport report(String name, CmsReport cms, Hearing.Question question) throws IOException {
        Optional<Finding> flaw = cms.flaw();
        if (flaw.isPresent() && flaw.get().kind() == Finding.Kind.NOT_SIGNED) {
            return FileReport.unsigned(name, flaw.get().detail());
        }
        if (flaw.isPresent() && UNDECIDED.contains(flaw.get().kind())) {
            return FileReport.undecided(name, flaw.get());
        }
        List<FirstJudgement> first =
                cms.signatures().stream().map(judge::report).toList();
        Hearing.Outcome outcome = Hearing.hear(settings, first, question);
        return FileReport.of(name, outcome.reports(), flaw.stream().toList(), List.of())
                .withEtsiReports(outcome.etsiReports());
    }
}
