package id.espm.signer.verify;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Runs a library that knows no bounds in a thread of its own, and leaves it alone when it does not come to an end. Time is
 * counted as the thread's own computing, so that a busy machine changes no verdict.
 */
public final class BoundedRun {
    private static final Duration LOOK = Duration.ofMillis(50);
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final Duration computing;
    private final Duration waiting;

    /**
     * @param computing how long a run may compute
     * @param waiting   how long it may take altogether, computing and waiting for others
     */
    public BoundedRun(Duration computing, Duration waiting) {
        this.computing = computing;
        this.waiting = waiting;
    }

    /**
     * The result.
     *
     * @return nothing where it did not come to an end, in time or in memory
     * @throws ExecutionException   if it failed
     * @throws InterruptedException if the caller was interrupted; the run is, too
     */
    public <T> Optional<T> run(Callable<T> work) throws ExecutionException, InterruptedException {
        FutureTask<T> task = new FutureTask<>(work);
        Thread thread = Thread.ofPlatform().daemon().name("bounded-run").start(task);
        long end = System.nanoTime() + waiting.toNanos();
        long collectedBefore = collecting();
        try {
            while (System.nanoTime() < end && !hasComputedEnough(thread, collectedBefore)) {
                if (thread.join(LOOK)) {
                    return Optional.of(task.get());
                }
            }
            return Optional.empty();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof StackOverflowError || e.getCause() instanceof OutOfMemoryError) {
                return Optional.empty();
            }
            throw e;
        } finally {
            thread.interrupt();
        }
    }

    /** Who fills the memory has the collector work for it. */
    private boolean hasComputedEnough(Thread thread, long collectedBefore) {
        return THREADS.isThreadCpuTimeSupported()
                && THREADS.getThreadCpuTime(thread.threadId()) + collecting() - collectedBefore > computing.toNanos();
    }

    /** How long the garbage collectors have worked, in nanoseconds. */
    private static long collecting() {
        return ManagementFactory.getGarbageCollectorMXBeans().stream()
                        .mapToLong(collector -> Math.max(0, collector.getCollectionTime()))
                        .sum()
                * 1_000_000;
    }
}
