package id.espm.app.cli.command;

import id.espm.app.cli.call.CommandContext;
import id.espm.app.cli.json.CosignJson;
import id.espm.app.cli.json.JsonOutput;
import id.espm.app.cli.json.SignJson;
import id.espm.app.report.SignatoryRows;
import id.espm.app.signing.CosignItem;
import id.espm.app.signing.CosignItem.State;
import id.espm.app.signing.Failure;
import id.espm.app.text.ExitCode;
import id.espm.signer.bundle.Signatories;
import id.espm.signer.sign.CosignedBundle;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Tells what came of co-signing: for each bundle who has signed now and who may still, or why not. */
final class CosignOutput {
    private static final String INDENT = "  ";

    private final CommandContext context;
    private final FailureReport failures;

    CosignOutput(CommandContext context) {
        this.context = context;
        this.failures = new FailureReport(context);
    }

    /** @return the exit code, as {@link FailureReport#exitCode} says */
    int end(List<CosignItem> items, long elapsed) throws IOException {
        items.forEach(this::tell);
        SignJson json = CosignJson.of(items, context.jsonTexts().problems(), elapsed);
        String summary = failures.summary(json.summary());
        if (context.json().asked()) {
            JsonOutput.print(context.terminal().out(), json);
        } else if (items.size() > 1) {
            context.print(summary);
        }
        return exitCode(items).value();
    }

    private void tell(CosignItem item) {
        String source = item.bundle().toString();
        switch (item.state()) {
            case State.Signed signed -> {
                signed(source, signed.signed());
                signatories(signed.signed().signatories());
            }
            case State.Checked ready -> {
                context.print(context.messages().get("sign.checked", source));
                signatories(ready.checked().before());
            }
            case State.Failed failed -> failures.failed(source, failed.failure());
            case State.Skipped skipped -> failures.skipped(source, skipped.reason());
        }
    }

    private void signed(String source, CosignedBundle signed) {
        context.print(context.messages()
                .get(
                        "sign.signed",
                        source,
                        signed.bundle().toString(),
                        signed.source().contents().dokumen().size(),
                        signed.level().label()));
    }

    private void signatories(Signatories signatories) {
        SignatoryRows.of(context.texts(), signatories)
                .forEach(row -> context.print(INDENT
                        + ReportPrinter.printable(context.messages().get("verify.detail", row.label(), row.value()))));
    }

    private ExitCode exitCode(List<CosignItem> items) {
        List<Failure> failed = new ArrayList<>();
        List<Failure> skipped = new ArrayList<>();
        long signed = 0;
        for (CosignItem item : items) {
            switch (item.state()) {
                case State.Failed state -> failed.add(state.failure());
                case State.Skipped state -> skipped.add(state.reason());
                case State.Signed state -> signed++;
                case State.Checked state -> {}
            }
        }
        return failures.exitCode(items.size(), signed, failed, skipped);
    }
}
