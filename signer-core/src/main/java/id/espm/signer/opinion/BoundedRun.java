package id.espm.signer.opinion;

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
final class BoundedRun {
    private static final Duration LOOK = Duration.ofMillis(50);
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final OpinionLimits limits;

    BoundedRun(OpinionLimits limits) {
        this.limits = limits;
    }

    /**
     * The result.
     *
     * @return nothing where it did not come to an end, in time or in memory
     * @throws ExecutionException   if it failed
     * @throws InterruptedException if the caller was interrupted; the run is, too
     */
    <T> Optional<T> run(Callable<T> work) throws ExecutionException, InterruptedException {
        FutureTask<T> task = new FutureTask<>(work);
        Thread thread = Thread.ofPlatform().daemon().name("second-judge").start(task);
        long end = System.nanoTime() + limits.waiting().toNanos();
        try {
            while (System.nanoTime() < end && !hasComputedEnough(thread)) {
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

    private boolean hasComputedEnough(Thread thread) {
        return THREADS.isThreadCpuTimeSupported()
                && THREADS.getThreadCpuTime(thread.threadId())
                        > limits.computing().toNanos();
    }
}
