package id.espm.app.cli.call;

import id.espm.app.espm.EspmProblem;
import java.time.Duration;

/** Progress on standard error: one line that is written over at a terminal, a line per step elsewhere, nothing when quiet. */
public final class ProgressLine {
    private static final String ERASE_TO_END = "\u001b[K";

    private final CommandContext context;
    private final boolean live;
    private boolean open;

    public ProgressLine(CommandContext context) {
        this.context = context;
        this.live = context.terminal().prompt().interactive();
    }

    /** Shows how far it is. */
    public synchronized void show(String text) {
        if (context.globals().quiet()) {
            return;
        }
        if (live) {
            context.terminal().err().print("\r" + text + ERASE_TO_END);
            context.terminal().err().flush();
            open = true;
        } else {
            context.terminal().err().println(text);
        }
    }

    /** Shows what would be too much where every step is a line of its own. */
    public void showIfLive(String text) {
        if (live) {
            show(text);
        }
    }

    /** Says why it does not go on, and for how long. */
    public void showWaiting(EspmProblem problem, Duration pause) {
        String reason = context.texts().espm().explain(problem, "").message();
        show(context.messages().get("progress.waiting", reason, Math.max(1, pause.toSeconds())));
    }

    /** Leaves the line free for what comes next. */
    public synchronized void end() {
        if (open) {
            context.terminal().err().print("\r" + ERASE_TO_END);
            context.terminal().err().flush();
            open = false;
        }
    }
}
