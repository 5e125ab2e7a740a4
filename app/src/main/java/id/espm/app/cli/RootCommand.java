package id.espm.app.cli;

import id.espm.app.cli.call.CommandContext;
import id.espm.app.cli.call.CommandException;
import id.espm.app.cli.call.GlobalOptions;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The program without a command: it opens the window. */
@Command(name = "espm-signer", versionProvider = ProgramVersion.class, sortOptions = false)
final class RootCommand implements Callable<Integer> {
    private final CommandContext context;
    private final Window window;

    @Mixin
    @SuppressWarnings("UnusedVariable") // parsed into the context's own object
    private GlobalOptions globals;

    /** Acted upon by picocli. */
    @SuppressWarnings("UnusedVariable")
    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            descriptionKey = "version")
    private boolean version;

    RootCommand(CommandContext context, Window window) {
        this.context = context;
        this.globals = context.globals();
        this.window = window;
    }

    @Override
    public Integer call() throws CommandException, IOException, InterruptedException {
        return new WindowCommand(context, window).call();
    }
}
