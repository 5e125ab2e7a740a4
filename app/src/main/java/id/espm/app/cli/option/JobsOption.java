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
        return jobs(context, 0);
    }

    /** For work that waits for the disk: what the call says, else one more than there are cores. */
    public int jobsWithWaiting(CommandContext context) throws CommandException {
        return jobs(context, 1);
    }

    private int jobs(CommandContext context, int more) throws CommandException {
        int count = jobs == null ? Runtime.getRuntime().availableProcessors() + more : jobs;
        if (count < 1 || count > MAX) {
            throw CommandException.wrongCall(context.messages().get("call.jobs", MAX));
        }
        return count;
    }
}
