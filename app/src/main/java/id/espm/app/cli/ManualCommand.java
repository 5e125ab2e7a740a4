package id.espm.app.cli;

import id.espm.app.cli.call.CommandContext;
import id.espm.app.text.Release;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints the manual page in the language of {@code man(7)}, for whoever packages the program. */
@Command(name = "manual", hidden = true)
final class ManualCommand implements Callable<Integer> {
    private final CommandContext context;

    @Spec
    private @Nullable CommandSpec spec;

    ManualCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        if (spec == null) {
            throw new IllegalStateException("picocli sets the spec");
        }
        context.print(ManualPage.of(spec.root(), Release.version(), context.messages()));
        return 0;
    }
}
