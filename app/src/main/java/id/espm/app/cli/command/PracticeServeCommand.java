package id.espm.app.cli.command;

import id.espm.app.cli.call.CommandContext;
import id.espm.app.cli.call.CommandException;
import id.espm.app.cli.json.AddressesJson;
import id.espm.app.cli.json.JsonOutput;
import id.espm.app.cli.option.PracticeOptions;
import id.espm.app.practice.PracticeSetup;
import id.espm.app.practice.PracticeWorld;
import id.espm.app.practice.PracticeWorld.Addresses;
import id.espm.sandbox.PortInUseException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs the practice servers until the process is stopped; prints their addresses as one line of JSON. */
@Command(name = "serve")
final class PracticeServeCommand implements Callable<Integer> {
    private static final int MAX_PORT = 65_535;

    private final CommandContext context;

    @Mixin
    private PracticeOptions practice = new PracticeOptions();

    @Option(names = "--port", paramLabel = "N", descriptionKey = "port")
    private @Nullable Integer port;

    PracticeServeCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws CommandException, IOException, InterruptedException {
        int asked = port == null ? 0 : port;
        if (asked < 0 || asked > MAX_PORT) {
            throw CommandException.wrongCall(context.messages().get("call.port"));
        }
        Path dir = practice.dir(context);
        try (PracticeWorld world = PracticeSetup.serve(dir, asked, context.clock())) {
            Addresses addresses = world.addresses();
            context.terminal().out().println(JsonOutput.line(AddressesJson.of(addresses)));
            context.terminal().out().flush();
            context.tell(context.messages()
                    .get(
                            "practice.serving",
                            dir.toString(),
                            addresses.inbox().toString(),
                            world.mailbox().toString()));
            new CountDownLatch(1).await();
            return 0;
        } catch (PortInUseException e) {
            throw PracticePorts.inUse(context, e);
        }
    }
}
