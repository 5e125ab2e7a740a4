package id.espm.app.cli.update;

import id.espm.app.cli.call.CommandContext;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Newer versions of the program; its own command does the work. */
@Command(name = "update")
public final class UpdateCommand implements Callable<Integer> {
    private final CommandContext context;

    @Spec
    private @Nullable CommandSpec spec;

    private UpdateCommand(CommandContext context) {
        this.context = context;
    }

    /** The command with its own command. */
    public static CommandLine of(CommandContext context) {
        return new CommandLine(new UpdateCommand(context)).addSubcommand("check", new UpdateCheckCommand(context));
    }

    @Override
    public Integer call() {
        if (spec == null) {
            throw new IllegalStateException("picocli sets the spec");
        }
        throw new ParameterException(spec.commandLine(), context.messages().get("call.update-what"));
    }
}
