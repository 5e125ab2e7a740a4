package id.espm.app.cli.command;

import id.espm.app.cli.call.CommandContext;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Practice mode; its own commands do the work. */
@Command(name = "practice")
public final class PracticeCommand implements Callable<Integer> {
    private final CommandContext context;

    @Spec
    private @Nullable CommandSpec spec;

    private PracticeCommand(CommandContext context) {
        this.context = context;
    }

    /** The command with its own commands. */
    public static CommandLine of(CommandContext context) {
        return new CommandLine(new PracticeCommand(context))
                .addSubcommand("init", new PracticeInitCommand(context))
                .addSubcommand("run", new PracticeRunCommand(context))
                .addSubcommand("serve", new PracticeServeCommand(context));
    }

    @Override
    public Integer call() {
        if (spec == null) {
            throw new IllegalStateException("picocli sets the spec");
        }
        throw new ParameterException(spec.commandLine(), context.messages().get("call.practice-what"));
    }
}
