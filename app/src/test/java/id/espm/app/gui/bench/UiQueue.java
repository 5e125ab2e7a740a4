package id.espm.app.gui.bench;

import static org.assertj.core.api.Assertions.fail;

import id.espm.app.gui.work.Background;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Stands for the window's thread: the test's own thread runs what comes back from the background. */
public final class UiQueue implements Executor {
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(60);

    private final BlockingQueue<Runnable> news = new LinkedBlockingQueue<>();
    private final List<Throwable> unexpected = new ArrayList<>();
    private final Background background = new Background(this, unexpected::add);

    public Background background() {
        return background;
    }

    /** What came back as unexpected. */
    public List<Throwable> unexpected() {
        return unexpected;
    }

    @Override
    public void execute(Runnable task) {
        news.add(task);
    }

    /** Runs what comes back until the condition holds. */
    public void until(BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE;
        while (!condition.getAsBoolean()) {
            try {
                Runnable task = news.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
                if (task == null) {
                    fail("waited in vain; unexpected: " + unexpected);
                } else {
                    task.run();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                fail("interrupted");
            }
        }
    }
}
