package id.espm.app.cli.history;

import id.espm.app.cli.call.CommandContext;
import id.espm.app.cli.call.CommandException;
import id.espm.app.cli.call.JsonOption;
import id.espm.app.cli.json.JsonOutput;
import id.espm.app.history.EntryFilter;
import id.espm.app.history.History;
import id.espm.app.history.StoredTrail;
import id.espm.app.history.audit.AuditEntry;
import id.espm.app.text.ExitCode;
import id.espm.signer.SignerException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Shows what was signed and sent from this machine, the newest first. */
@Command(name = "history", sortOptions = false)
public final class HistoryCommand implements Callable<Integer> {
    private final CommandContext context;

    @Mixin
    private FilterOptions filter = new FilterOptions();

    @Mixin
    @SuppressWarnings("UnusedVariable") // parsed into the context's own object
    private JsonOption json;

    private HistoryCommand(CommandContext context) {
        this.context = context;
        this.json = context.json();
    }

    /** The command with its own commands. */
    public static CommandLine of(CommandContext context) {
        return new CommandLine(new HistoryCommand(context))
                .addSubcommand("export", new HistoryExportCommand(context))
                .addSubcommand("verify", new HistoryVerifyCommand(context));
    }

    @Override
    public Integer call() throws CommandException, SignerException, IOException {
        context.profile();
        List<AuditEntry> found = find(filter.filter(context));
        boolean more = found.size() > filter.limit();
        List<AuditEntry> shown = more ? found.subList(0, filter.limit()) : found;
        if (context.json().asked()) {
            JsonOutput.print(context.terminal().out(), HistoryJson.of(shown));
        } else if (shown.isEmpty()) {
            context.print(context.texts().get("history.none"));
        } else {
            new HistoryTable(context).print(shown);
        }
        if (more) {
            context.tell(context.messages().get("history.more", filter.limit()));
        }
        return ExitCode.OK.value();
    }

    /** Looking does not begin a history. */
    private List<AuditEntry> find(EntryFilter asked) throws SignerException {
        Path folder = context.settings().history();
        if (!new StoredTrail(folder).exists()) {
            return List.of();
        }
        try (History history = History.open(folder)) {
            return history.entries(asked);
        }
    }
}
