package id.espm.app.cli.command;

import id.espm.app.cli.call.CommandContext;
import id.espm.app.cli.call.ProgressLine;
import id.espm.app.cli.json.JsonOutput;
import id.espm.app.report.ErrorJson;
import id.espm.app.report.VerificationReports;
import id.espm.app.report.VerifyJson;
import id.espm.app.signing.Pace;
import id.espm.app.text.ExitCode;
import id.espm.app.text.Explanation;
import id.espm.app.text.Fault;
import id.espm.app.text.ProblemText;
import id.espm.app.verification.Judged;
import id.espm.app.verification.SignedFiles;
import id.espm.app.verification.VerificationRun;
import id.espm.signer.SignerException;
import id.espm.signer.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells of each file as it was judged, and keeps no more of it than its record in JSON and its page in a report. */
final class VerifyOutput implements VerificationRun.Listener {
    private static final Logger LOG = LoggerFactory.getLogger(VerifyOutput.class);

    private final CommandContext context;
    private final ReportPrinter printer;
    private final VerificationReports reports;
    private final int total;
    private final Set<Path> named;
    private final ProgressLine progress;
    private final Pace pace = new Pace(System::nanoTime);
    private final List<VerifyJson.FileJson> records = new ArrayList<>();
    private int told;
    private int valid;
    private int indeterminate;
    private int invalid;
    private int unsigned;
    private ExitCode last = ExitCode.OK;

    /**
     * @param total how many files there are
     * @param named those that the call names, rather than a folder that they are in
     */
    VerifyOutput(
            CommandContext context, ReportPrinter printer, VerificationReports reports, int total, List<Path> named) {
        this.context = context;
        this.printer = printer;
        this.reports = reports;
        this.total = total;
        this.named = Set.copyOf(named);
        this.progress = new ProgressLine(context);
    }

    @Override
    public void judged(Judged judged, int done) throws IOException {
        pace.step();
        progress.end();
        if (!isOnlyContent(judged)) {
            tell(judged);
            reports.add(judged);
        }
        if (total > 1 && done < total) {
            // How long the rest takes is known only after a few; how far it is, at once.
            String left = pace.left(total - done)
                    .map(known -> context.messages().get("progress.left", known.toSeconds()))
                    .orElse("");
            progress.showIfLive(context.messages().get("progress.judged", done, total) + left);
        }
    }

    /** What a {@code .p7s} in the same folder signs is judged with that, and need not be signed itself. */
    private boolean isOnlyContent(Judged judged) {
        return judged instanceof Judged.Read read
                && !read.report().signed()
                && !named.contains(read.file())
                && SignedFiles.isContent(read.file());
    }

    private void tell(Judged judged) {
        told++;
        switch (judged) {
            case Judged.Read read -> tell(read);
            case Judged.Refused refused ->
                failed(
                        judged,
                        jsonProblems().explain(refused.problem()),
                        problems().explain(refused.problem()));
            case Judged.Unreadable unreadable ->
                failed(
                        judged,
                        jsonProblems().explain(unreadable.cause()),
                        problems().explain(unreadable.cause()));
            case Judged.Faulty faulty -> {
                Fault fault = Fault.of(faulty.cause());
                LOG.error("fault {}\n{}", fault.id(), fault.trace());
                failed(judged, jsonProblems().explain(fault), problems().explain(fault));
                if (context.globals().verbose()) {
                    faulty.cause().printStackTrace(context.terminal().err());
                }
            }
        }
    }

    private void tell(Judged.Read read) {
        count(read);
        last = read.isValid() ? ExitCode.OK : ExitCode.PARTLY;
        printer.print(read);
        record(VerifyJson.of(read.report(), read.signatories()));
    }

    private void count(Judged.Read read) {
        if (!read.report().signed()) {
            unsigned++;
            return;
        }
        switch (read.report().verdict()) {
            case Verdict.Valid v -> valid++;
            case Verdict.Indeterminate i -> indeterminate++;
            case Verdict.Invalid i -> invalid++;
        }
    }

    private void failed(Judged judged, Explanation inJson, Explanation inWords) {
        indeterminate++;
        last = inJson.exit();
        context.complain(inWords.whole());
        record(VerifyJson.unreadable(judged.file().toString(), ErrorJson.of(inJson)));
    }

    private void record(VerifyJson.FileJson file) {
        if (context.json().asked()) {
            records.add(file);
        }
    }

    private ProblemText problems() {
        return context.texts().problems();
    }

    private ProblemText jsonProblems() {
        return context.jsonTexts().problems();
    }

    /**
     * When all were told of: the reports, the sum, and the document for scripts.
     *
     * @return the only file's own code; 1 as soon as one of several is not valid
     */
    ExitCode end() throws IOException, SignerException {
        progress.end();
        for (Path written : reports.write()) {
            context.tell(context.messages().get("verify.report-written", written.toString()));
        }
        if (context.json().asked()) {
            JsonOutput.print(context.terminal().out(), new VerifyJson(records));
        } else if (told > 1) {
            context.print(context.messages().get("verify.summary", valid, indeterminate, invalid, unsigned));
        }
        if (told == 1) {
            return last;
        }
        return valid == told ? ExitCode.OK : ExitCode.PARTLY;
    }
}
