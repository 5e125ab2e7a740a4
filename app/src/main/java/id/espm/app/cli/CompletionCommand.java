package id.espm.app.cli;

import id.espm.app.cli.call.CommandContext;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints the completion script of a shell; zsh reads bash's after {@code bashcompinit}, which the script calls itself. */
@Command(name = "completion")
final class CompletionCommand implements Callable<Integer> {
    private final CommandContext context;

    @Spec
    private @Nullable CommandSpec spec;

    /** One script serves both; it is asked for so that others can follow. */
    @SuppressWarnings("UnusedVariable")
    @Parameters(paramLabel = "bash|zsh", descriptionKey = "completion-shell")
    private Shell shell = Shell.BASH;

    enum Shell {
        BASH,
        ZSH
    }

    CompletionCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        if (spec == null) {
            throw new IllegalStateException("picocli sets the spec");
        }
        context.print(AutoComplete.bash("espm-signer", spec.root().commandLine()));
        return 0;
    }
}
