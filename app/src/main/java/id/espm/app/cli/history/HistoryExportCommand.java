package id.espm.app.cli.history;

import id.espm.app.cli.call.CommandContext;
import id.espm.app.history.StoredTrail;
import id.espm.app.text.ExitCode;
import id.espm.signer.SignerException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes the audit trail into a file that others can check: docs/audit.md. */
@Command(name = "export", sortOptions = false)
final class HistoryExportCommand implements Callable<Integer> {
    private final CommandContext context;

    @Parameters(paramLabel = "FILE", descriptionKey = "history-export-file")
    private Path file = Path.of("");

    @Option(names = "--force", descriptionKey = "force")
    private boolean force;

    HistoryExportCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws SignerException, IOException {
        long written = new StoredTrail(context.settings().history()).export(file, force);
        context.print(context.messages().get("history.exported", written, file.toString()));
        return ExitCode.OK.value();
    }
}
