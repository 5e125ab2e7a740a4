package id.espm.sandbox.espm.submission;

import id.espm.sandbox.espm.problem.ProblemType;
import id.espm.sandbox.espm.problem.Refusal;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/** One writer at a time for each upload's file. The locks are few and small, so that they are kept while the server runs. */
final class UploadLocks {
    private final Map<String, ReentrantLock> locks = new ConcurrentHashMap<>();

    /** Unlocks on close. */
    interface Held extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * Waits for the file.
     *
     * @throws Refusal {@code upload-busy} when it does not become free in time
     */
    Held lock(String id, Duration patience) throws Refusal {
        ReentrantLock lock = locks.computeIfAbsent(id, i -> new ReentrantLock());
        try {
            if (lock.tryLock(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                return lock::unlock;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new Refusal(
                ProblemType.UPLOAD_BUSY,
                "Unggahan ini sedang dikerjakan oleh permintaan lain. Coba lagi sebentar lagi.");
    }
}
