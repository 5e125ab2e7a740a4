package id.espm.app.cli.history;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import id.espm.app.cli.call.CommandContext;
import id.espm.app.cli.call.JsonOption;
import id.espm.app.cli.json.JsonOutput;
import id.espm.app.history.StoredTrail;
import id.espm.app.history.audit.ChainReport;
import id.espm.app.history.audit.ChainReport.ChainBreak;
import id.espm.app.history.audit.ExportForm;
import id.espm.app.text.ExitCode;
import id.espm.signer.SignerException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Checks the audit trail of this machine, or one that was exported: whether nothing in it was changed or taken out. */
@Command(name = "verify", sortOptions = false)
final class HistoryVerifyCommand implements Callable<Integer> {
    private final CommandContext context;

    @Parameters(paramLabel = "FILE", arity = "0..1", descriptionKey = "history-verify-file")
    private @Nullable Path file;

    @Mixin
    @SuppressWarnings("UnusedVariable") // parsed into the context's own object
    private JsonOption json;

    HistoryVerifyCommand(CommandContext context) {
        this.context = context;
        this.json = context.json();
    }

    /** The document of {@code history verify}: docs/schema/history-verify.json. */
    @JsonPropertyOrder({"file", "holds", "entries", "from", "to", "broken"})
    private record VerifyJson(
            String file,
            boolean holds,
            long entries,
            @Nullable String from,
            @Nullable String to,
            @Nullable ChainBreak broken) {}

    @Override
    public Integer call() throws SignerException, IOException {
        context.profile();
        Path judged = file == null ? context.settings().history() : file;
        ChainReport report = file == null ? new StoredTrail(judged).verify() : ExportForm.verify(file);
        if (context.json().asked()) {
            JsonOutput.print(
                    context.terminal().out(),
                    new VerifyJson(
                            judged.toString(),
                            report.broken().isEmpty(),
                            report.entries(),
                            report.from().map(OffsetDateTime::toString).orElse(null),
                            report.to().map(OffsetDateTime::toString).orElse(null),
                            report.broken().orElse(null)));
        }
        context.print(text(judged, report));
        return (report.broken().isEmpty() ? ExitCode.OK : ExitCode.PARTLY).value();
    }

    private String text(Path judged, ChainReport report) {
        if (report.broken().isPresent()) {
            ChainBreak broken = report.broken().get();
            return context.texts().get("history.broken", judged.toString(), broken.seq(), report.entries()) + " "
                    + context.texts().get("history.flaw." + broken.flaw());
        }
        return report.entries() == 0
                ? context.texts().get("history.none")
                : context.texts()
                        .get(
                                "history.holds",
                                judged.toString(),
                                report.entries(),
                                report.from().map(this::time).orElse(""),
                                report.to().map(this::time).orElse(""));
    }

    private String time(OffsetDateTime time) {
        return context.texts().dates().dateTime(time.toInstant());
    }
}
