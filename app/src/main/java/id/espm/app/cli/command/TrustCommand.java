package id.espm.app.cli.command;

import id.espm.app.cli.call.CommandContext;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Whom to trust as issuer; its own commands do the work. */
@Command(name = "trust")
public final class TrustCommand implements Callable<Integer> {
    private final CommandContext context;

    @Spec
    private @Nullable CommandSpec spec;

    private TrustCommand(CommandContext context) {
        this.context = context;
    }

    /** The command with its own commands. */
    public static CommandLine of(CommandContext context) {
        return new CommandLine(new TrustCommand(context))
                .addSubcommand("list", new TrustListCommand(context))
                .addSubcommand("add", new TrustAddCommand(context))
                .addSubcommand("remove", new TrustRemoveCommand(context));
    }

    @Override
    public Integer call() {
        if (spec == null) {
            throw new IllegalStateException("picocli sets the spec");
        }
        throw new ParameterException(spec.commandLine(), context.messages().get("call.trust-what"));
    }
}
