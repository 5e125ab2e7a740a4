package id.espm.app.cli.command;

import id.espm.app.cli.call.CommandContext;
import id.espm.app.cli.json.SignJson;
import id.espm.app.signing.Failure;
import id.espm.app.text.ExitCode;
import id.espm.app.text.Texts;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells what failed, and what all of it comes to: the same for packages and for bundles. */
final class FailureReport {
    private static final Logger LOG = LoggerFactory.getLogger(FailureReport.class);

    private final CommandContext context;
    private final Texts texts;

    FailureReport(CommandContext context) {
        this.context = context;
        this.texts = context.texts();
    }

    /** It was set aside. */
    void failed(String source, Failure failure) {
        complain("sign.failed", source, failure);
    }

    /** It was left out for a reason that is not its own. */
    void skipped(String source, Failure reason) {
        complain("sign.skipped", source, reason);
    }

    private void complain(String key, String source, Failure failure) {
        String reason = failure.explain(texts.problems()).whole();
        context.complain(context.messages().get(key, source, reason));
        if (failure instanceof Failure.Faulty faulty && context.globals().verbose()) {
            faulty.cause().printStackTrace(context.terminal().err());
        }
    }

    /** The line that counts, which is written to the log as well. */
    String summary(SignJson.Summary summary) {
        LOG.info(
                "{} signed, {} failed, {} skipped in {} ms",
                summary.signed(),
                summary.failed(),
                summary.skipped(),
                summary.elapsedMs());
        return context.messages().get("sign.summary", summary.signed(), summary.failed(), summary.skipped());
    }

    /**
     * How a call ends that worked on several things: with the only one's own code; for several with 1 where some are done and
     * some are not, or where they failed for reasons of their own; else with the code of what stopped all of them alike.
     *
     * @param total   how many there were
     * @param signed  how many were signed now
     * @param failed  why things were set aside
     * @param skipped why things were left out
     */
    ExitCode exitCode(int total, long signed, List<Failure> failed, List<Failure> skipped) {
        if (failed.isEmpty() && skipped.isEmpty()) {
            return ExitCode.OK;
        }
        boolean alike = failed.isEmpty() && signed == 0;
        if (total > 1 && !alike) {
            return ExitCode.PARTLY;
        }
        Failure first = failed.isEmpty() ? skipped.getFirst() : failed.getFirst();
        return first.explain(texts.problems()).exit();
    }
}
