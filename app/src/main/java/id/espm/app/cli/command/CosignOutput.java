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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells what came of co-signing: for each bundle who has signed now and who may still, or why not. */
final class CosignOutput {
    private static final Logger LOG = LoggerFactory.getLogger(CosignOutput.class);
    private static final String INDENT = "  ";

    private final CommandContext context;

    CosignOutput(CommandContext context) {
        this.context = context;
    }

    /** @return the only bundle's own code; 1 for several, unless the key alone kept all of them from being signed */
    int end(List<CosignItem> items, long elapsed) throws IOException {
        items.forEach(this::tell);
        SignJson json = CosignJson.of(items, context.jsonTexts().problems(), elapsed);
        SignJson.Summary summary = json.summary();
        LOG.info(
                "bundles: {} signed, {} failed, {} skipped in {} ms",
                summary.signed(),
                summary.failed(),
                summary.skipped(),
                elapsed);
        if (context.json().asked()) {
            JsonOutput.print(context.terminal().out(), json);
        } else if (items.size() > 1) {
            context.print(
                    context.messages().get("sign.summary", summary.signed(), summary.failed(), summary.skipped()));
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
            case State.Failed failed -> complain("sign.failed", source, failed.failure());
            case State.Skipped skipped -> complain("sign.skipped", source, skipped.reason());
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

    private void complain(String key, String source, Failure failure) {
        String reason = SignJson.explain(failure, context.texts().problems()).whole();
        context.complain(context.messages().get(key, source, reason));
        if (failure instanceof Failure.Faulty faulty && context.globals().verbose()) {
            faulty.cause().printStackTrace(context.terminal().err());
        }
    }

    private ExitCode exitCode(List<CosignItem> items) {
        List<ExitCode> bad = new ArrayList<>();
        boolean onlyKey = true;
        for (CosignItem item : items) {
            if (item.state() instanceof State.Failed failed) {
                bad.add(exit(failed.failure()));
                onlyKey = false;
            } else if (item.state() instanceof State.Skipped skipped) {
                bad.add(exit(skipped.reason()));
            }
        }
        if (bad.isEmpty()) {
            return ExitCode.OK;
        }
        return items.size() == 1 || onlyKey ? bad.getFirst() : ExitCode.PARTLY;
    }

    private ExitCode exit(Failure failure) {
        return SignJson.explain(failure, context.jsonTexts().problems()).exit();
    }
}
