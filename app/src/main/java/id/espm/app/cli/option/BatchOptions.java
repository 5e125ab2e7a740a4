package id.espm.app.cli.option;

import id.espm.app.cli.call.CommandContext;
import id.espm.app.cli.call.CommandException;
import java.time.Duration;
import picocli.CommandLine.Option;

/** How a batch goes about its packages. */
public final class BatchOptions {
    private static final int MAX_MINUTES = 8 * 60;

    @Option(names = "--retry-failed", descriptionKey = "retry-failed")
    private boolean retryFailed;

    @Option(names = "--again", descriptionKey = "again")
    private boolean again;

    @Option(names = "--json-events", descriptionKey = "json-events")
    private boolean events;

    @Option(names = "--watch", descriptionKey = "watch")
    private boolean watch;

    @Option(names = "--session", paramLabel = "MINUTES", defaultValue = "60", descriptionKey = "session")
    private int session;

    /** Whether only packages are taken whose last signing failed. */
    public boolean retryFailed() {
        return retryFailed;
    }

    /** Whether packages are signed anew that an earlier run signed. */
    public boolean again() {
        return again;
    }

    /** Whether programs are told what happens as it happens. */
    public boolean events() {
        return events;
    }

    /** Whether packages are awaited. */
    public boolean watch() {
        return watch;
    }

    /** How long packages are awaited, and the key stays open. */
    public Duration session(CommandContext context) throws CommandException {
        if (session < 1 || session > MAX_MINUTES) {
            throw CommandException.wrongCall(context.messages().get("call.session", MAX_MINUTES));
        }
        return Duration.ofMinutes(session);
    }
}
