package id.espm.app.cli.command;

import id.espm.app.cli.call.CommandContext;
import id.espm.app.cli.json.JsonOutput;
import id.espm.app.cli.json.SignJson;
import id.espm.app.signing.BatchItem;
import id.espm.app.signing.BatchItem.State;
import id.espm.app.signing.Failure;
import id.espm.app.text.ExitCode;
import id.espm.app.text.Texts;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells what came of packages: line by line for people, as one document for programs, and as an exit code. */
final class SigningReport {
    private static final Logger LOG = LoggerFactory.getLogger(SigningReport.class);
    /** More lines of success than these hide the failures. */
    private static final int MANY = 20;

    private final CommandContext context;
    private final boolean beside;
    private final Texts texts;

    /** @param beside whether words for people go to standard error, since standard output is for something else */
    SigningReport(CommandContext context, boolean beside) {
        this.context = context;
        this.beside = beside;
        this.texts = context.texts();
    }

    /** Prints what came of packages, a line each; successes only where they leave the failures in sight. */
    void tell(List<BatchItem> items) {
        long successes = items.stream().filter(SigningReport::isSuccess).count();
        boolean brief = successes > MANY && !context.globals().verbose();
        for (BatchItem item : items) {
            if (!(brief && isSuccess(item))) {
                tell(item);
            }
        }
    }

    /** Prints what came of all of them together, or the one document for programs. */
    void summarise(List<BatchItem> items, long elapsedMs) throws IOException {
        SignJson json = SignJson.of(items, context.jsonTexts().problems(), elapsedMs);
        SignJson.Summary summary = json.summary();
        LOG.info(
                "packages: {} signed, {} failed, {} skipped in {} ms",
                summary.signed(),
                summary.failed(),
                summary.skipped(),
                elapsedMs);
        if (context.json().asked()) {
            JsonOutput.print(context.terminal().out(), json);
        } else if (items.size() > 1) {
            print(context.messages().get("sign.summary", summary.signed(), summary.failed(), summary.skipped()));
        }
    }

    private static boolean isSuccess(BatchItem item) {
        return item.state() instanceof State.Signed || item.state() instanceof State.SignedBefore;
    }

    private void tell(BatchItem item) {
        String source = item.source().toString();
        switch (item.state()) {
            case State.Signed signed ->
                print(context.messages()
                        .get(
                                "sign.signed",
                                source,
                                signed.signed().bundle().toString(),
                                signed.signed().request().contents().dokumen().size(),
                                signed.signed().level().label()));
            case State.SignedBefore before ->
                print(context.messages()
                        .get(
                                "sign.before",
                                source,
                                before.bundle().toString(),
                                texts.dates().dateTime(before.at())));
            case State.Checked checked -> print(context.messages().get("sign.checked", source));
            case State.Failed failed -> complain("sign.failed", source, failed.failure());
            case State.Skipped skipped -> complain("sign.skipped", source, skipped.reason());
            case State.Read read -> throw new IllegalStateException("a package was not worked on");
        }
    }

    private void print(String line) {
        if (beside) {
            context.tell(line);
        } else {
            context.print(line);
        }
    }

    private void complain(String key, String source, Failure failure) {
        String reason = SignJson.explain(failure, texts.problems()).whole();
        context.complain(context.messages().get(key, source, reason));
        if (failure instanceof Failure.Faulty faulty && context.globals().verbose()) {
            faulty.cause().printStackTrace(context.terminal().err());
        }
    }

    /**
     * The only package's own code; for several packages 1 where some are done and some are not, or where they failed for reasons
     * of their own; else the code of what stopped all of them alike.
     */
    ExitCode exitCode(List<BatchItem> items) {
        List<ExitCode> bad = new ArrayList<>();
        boolean alike = true;
        for (BatchItem item : items) {
            switch (item.state()) {
                case State.Failed failed -> {
                    bad.add(exit(failed.failure()));
                    alike = false;
                }
                case State.Skipped skipped -> bad.add(exit(skipped.reason()));
                case State.Signed signed -> alike = false;
                case State.SignedBefore before -> {}
                case State.Checked checked -> {}
                case State.Read read -> {}
            }
        }
        if (bad.isEmpty()) {
            return ExitCode.OK;
        }
        return items.size() == 1 || alike ? bad.getFirst() : ExitCode.PARTLY;
    }

    private ExitCode exit(Failure failure) {
        return SignJson.explain(failure, context.jsonTexts().problems()).exit();
    }
}
