package id.espm.app.cli.command;

import id.espm.app.cli.call.CommandContext;
import id.espm.app.cli.call.CommandException;
import id.espm.app.cli.call.JsonOption;
import id.espm.app.cli.json.JsonOutput;
import id.espm.app.cli.option.PracticeOptions;
import id.espm.app.espm.EspmException;
import id.espm.app.practice.PracticeRun;
import id.espm.app.practice.PracticeSummary;
import id.espm.app.practice.PracticeSummary.JenisResult;
import id.espm.app.practice.PracticeSummary.Submitted;
import id.espm.app.text.ExitCode;
import id.espm.app.text.Messages;
import id.espm.sandbox.PortInUseException;
import id.espm.signer.SignerException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Does the whole chain once and says what it did. */
@Command(name = "run")
final class PracticeRunCommand implements Callable<Integer> {
    private static final int SECOND = 1000;

    private final CommandContext context;

    @Mixin
    private PracticeOptions practice = new PracticeOptions();

    @Mixin
    @SuppressWarnings("UnusedVariable") // parsed into the context's own object
    private JsonOption json;

    PracticeRunCommand(CommandContext context) {
        this.context = context;
        this.json = context.json();
    }

    @Override
    public Integer call() throws CommandException, IOException, SignerException, EspmException, InterruptedException {
        Path dir = practice.dir(context);
        PracticeSummary summary = run(dir);
        if (context.json().asked()) {
            JsonOutput.print(context.terminal().out(), summary);
        } else {
            print(dir, summary);
        }
        return (summary.ok() ? ExitCode.OK : ExitCode.PARTLY).value();
    }

    private PracticeSummary run(Path dir)
            throws CommandException, IOException, SignerException, EspmException, InterruptedException {
        PracticeRun run = new PracticeRun(
                dir,
                context.clock(),
                (stage, subject) -> context.tell(context.messages().get("practice.stage." + stage, subject)));
        try {
            return run.run();
        } catch (PortInUseException e) {
            throw PracticePorts.inUse(context, e);
        }
    }

    private void print(Path dir, PracticeSummary summary) {
        Messages messages = context.messages();
        String row = "%-12s %-14s %-12s %-14s %-10s %s";
        context.print(String.format(
                Locale.ROOT,
                row,
                messages.get("practice.column.jenis"),
                messages.get("practice.column.jabatan"),
                messages.get("practice.column.signed"),
                messages.get("practice.column.status"),
                messages.get("practice.column.dss"),
                messages.get("practice.column.adk")));
        for (JenisResult result : summary.jenis()) {
            Submitted submitted = result.submission();
            context.print(String.format(
                            Locale.ROOT,
                            row,
                            result.jenis(),
                            result.jabatan(),
                            Objects.requireNonNullElse(result.verdict(), "-"),
                            submitted == null ? "-" : submitted.status(),
                            submitted == null ? "-" : submitted.kppnVerdict(),
                            submitted == null ? "-" : yes(submitted.adkIdentical()))
                    .stripTrailing());
            if (result.error() != null) {
                context.print("  " + result.error());
            }
        }
        context.print(messages.get(
                summary.refused().ok() ? "practice.refused" : "practice.not-refused",
                Objects.requireNonNullElse(summary.refused().message(), "-")));
        context.print(messages.get(
                summary.ok() ? "practice.all-held" : "practice.not-all-held", summary.elapsedMs() / SECOND));
        context.print(messages.get("practice.files", dir.toString()));
    }

    private String yes(boolean held) {
        return context.messages().get(held ? "practice.identical" : "practice.different");
    }
}
