package id.espm.app.gui.work;

import java.time.Duration;

/** Does something on the window's thread once nobody has used the window for a while. All calls are made on that thread. */
public final class IdleTimer {
    private final Background background;
    private final Duration patience;
    private final Runnable action;
    private Running waiting = Running.NOTHING;
    private volatile long lastUse;

    public IdleTimer(Background background, Duration patience, Runnable action) {
        this.background = background;
        this.patience = patience;
        this.action = action;
    }

    /** Begins to wait. */
    public void start() {
        stop();
        touched();
        waiting =
                background.run(this::untilIdle).onSuccess(idle -> action.run()).start();
    }

    /** Somebody is using the window; the waiting begins anew. */
    public void touched() {
        lastUse = System.nanoTime();
    }

    /** Waits no more. */
    public void stop() {
        waiting.cancel();
        waiting = Running.NOTHING;
    }

    private Duration untilIdle() throws InterruptedException {
        Duration left = patience;
        while (left.isPositive()) {
            Thread.sleep(left);
            left = patience.minusNanos(System.nanoTime() - lastUse);
        }
        return patience;
    }
}
