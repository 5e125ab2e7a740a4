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

/** Tells what came of packages: line by line for people, as one document for programs, and as an exit code. */
final class SigningReport {
    /** More lines of success than these hide the failures. */
    private static final int MANY = 20;

    private final CommandContext context;
    private final boolean beside;
    private final Texts texts;
    private final FailureReport failures;

    /** @param beside whether words for people go to standard error, since standard output is for something else */
    SigningReport(CommandContext context, boolean beside) {
        this.context = context;
        this.beside = beside;
        this.texts = context.texts();
        this.failures = new FailureReport(context);
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
        String summary = failures.summary(json.summary());
        if (context.json().asked()) {
            JsonOutput.print(context.terminal().out(), json);
        } else if (items.size() > 1) {
            print(summary);
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
            case State.Failed failed -> failures.failed(source, failed.failure());
            case State.Skipped skipped -> failures.skipped(source, skipped.reason());
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

    /** As {@link FailureReport#exitCode} says. */
    ExitCode exitCode(List<BatchItem> items) {
        List<Failure> failed = new ArrayList<>();
        List<Failure> skipped = new ArrayList<>();
        long signed = 0;
        for (BatchItem item : items) {
            switch (item.state()) {
                case State.Failed state -> failed.add(state.failure());
                case State.Skipped state -> skipped.add(state.reason());
                case State.Signed state -> signed++;
                case State.SignedBefore state -> {}
                case State.Checked state -> {}
                case State.Read state -> {}
            }
        }
        return failures.exitCode(items.size(), signed, failed, skipped);
    }
}
