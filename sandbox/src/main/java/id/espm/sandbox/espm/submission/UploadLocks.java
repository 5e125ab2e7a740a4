package id.espm.sandbox.espm.submission;

import id.espm.sandbox.espm.problem.ProblemType;
import id.espm.sandbox.espm.problem.Refusal;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/** One writer at a time for each upload's file. The locks are few and small, so that they are kept while the server runs. */
final class UploadLocks {
    private final Map<String, ReentrantLock> locks = new ConcurrentHashMap<>();

    /** What is done while the file is held. */
    @FunctionalInterface
    interface Work<T> {
        T run() throws Refusal, IOException;
    }

    /**
     * Waits for the file, works and lets it go.
     *
     * @throws Refusal {@code upload-busy} when it does not become free in time, or what the work refuses
     */
    <T> T holding(String id, Duration patience, Work<T> work) throws Refusal, IOException {
        ReentrantLock lock = locks.computeIfAbsent(id, i -> new ReentrantLock());
        if (!acquire(lock, patience)) {
            throw new Refusal(
                    ProblemType.UPLOAD_BUSY,
                    "Unggahan ini sedang dikerjakan oleh permintaan lain. Coba lagi sebentar lagi.");
        }
        try {
            return work.run();
        } finally {
            lock.unlock();
        }
    }

    private static boolean acquire(ReentrantLock lock, Duration patience) {
        try {
            return lock.tryLock(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
