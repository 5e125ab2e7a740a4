package id.espm.app.gui.work;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Runs work beside the window and brings its outcome back to the window's thread. Each run has a thread of its own: an
 * interrupt closes the file channels of whoever else would share it.
 */
public final class Background {
    private final Executor window;
    private final Consumer<Throwable> unexpected;
    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();

    /**
     * @param window     runs what is handed to it on the window's thread, later and in order
     * @param unexpected hears, on the window's thread, of failures that no handler was given for
     */
    public Background(Executor window, Consumer<Throwable> unexpected) {
        this.window = window;
        this.unexpected = unexpected;
    }

    /** Prepares a run; {@link BackgroundRun#start()} starts it. */
    public <T> BackgroundRun<T> run(Callable<T> call) {
        return new BackgroundRun<>(call, this);
    }

    /** Hands something over to the window's thread, such as a step of progress. */
    public void tellWindow(Runnable news) {
        window.execute(news);
    }

    /**
     * Waits for what still goes on, so that a program that ends leaves nothing half-written. Cancelling it is up to the caller.
     *
     * @return whether all of it ended in time
     */
    public boolean awaitEnd(Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        for (Thread thread : threads) {
            if (!thread.join(Duration.ofNanos(Math.max(0, end - System.nanoTime())))) {
                return false;
            }
        }
        return true;
    }

    /** Starts a thread of its own, to be waited for. */
    Thread start(Runnable work) {
        Thread thread = Thread.ofPlatform().name("background").unstarted(() -> {
            try {
                work.run();
            } finally {
                threads.remove(Thread.currentThread());
            }
        });
        threads.add(thread);
        thread.start();
        return thread;
    }

    void reportUnexpected(Throwable failure) {
        unexpected.accept(failure);
    }
}
