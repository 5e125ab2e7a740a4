package id.espm.app.cli.option;

import id.espm.app.cli.call.CommandContext;
import id.espm.app.cli.call.CommandException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How many workers. */
public final class JobsOption {
    private static final int MAX = 256;

    @Option(names = "--jobs", paramLabel = "N", descriptionKey = "jobs")
    private @Nullable Integer jobs;

    /** What the call says, else the number of cores. */
    public int jobs(CommandContext context) throws CommandException {
        int count = jobs == null ? Runtime.getRuntime().availableProcessors() : jobs;
        if (count < 1 || count > MAX) {
            throw CommandException.wrongCall(context.messages().get("call.jobs", MAX));
        }
        return count;
    }
}
