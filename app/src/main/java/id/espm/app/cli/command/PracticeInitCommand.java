package id.espm.app.cli.command;

import id.espm.app.cli.call.CommandContext;
import id.espm.app.cli.option.PracticeOptions;
import id.espm.app.practice.PracticeSetup;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Makes the practice CA, the officials and the sample packages. */
@Command(name = "init")
final class PracticeInitCommand implements Callable<Integer> {
    private final CommandContext context;

    @Mixin
    private PracticeOptions practice = new PracticeOptions();

    PracticeInitCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        Path dir = practice.dir(context);
        PracticeSetup.init(dir, context.clock());
        context.print(context.messages().get("practice.ready", dir.toString()));
        return 0;
    }
}
