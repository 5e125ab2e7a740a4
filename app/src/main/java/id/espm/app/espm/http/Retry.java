package id.espm.app.espm.http;

import id.espm.app.espm.EspmException;
import id.espm.app.espm.EspmProblem;
import id.espm.app.espm.EspmSettings;
import id.espm.app.espm.SubmissionListener;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Tries again what may pass by itself: after pauses that double, each cut by a random part so that many clients do not come
 * back at once, and never before the server's {@code Retry-After}.
 */
public final class Retry {
    private final EspmSettings settings;
    private final SubmissionListener listener;
    private int failures;

    /** A fresh count of tries. */
    public Retry(EspmSettings settings, SubmissionListener listener) {
        this.settings = settings;
        this.listener = listener;
    }

    /** A call that may be made again. */
    @FunctionalInterface
    public interface Attempt<T> {
        T run() throws EspmException, InterruptedException;
    }

    /**
     * Makes a call until it succeeds, fails for good, or was tried often enough.
     *
     * @throws EspmException the last problem
     */
    public <T> T run(Attempt<T> attempt) throws EspmException, InterruptedException {
        while (true) {
            try {
                T result = attempt.run();
                progressed();
                return result;
            } catch (EspmException e) {
                pauseAfter(e);
            }
        }
    }

    /** Something got on: the count begins anew. */
    public void progressed() {
        failures = 0;
    }

    /**
     * Makes the pause after a failure.
     *
     * @throws EspmException the failure itself, if trying again is of no use
     */
    public void pauseAfter(EspmException failure) throws EspmException, InterruptedException {
        EspmProblem problem = failure.problem();
        EspmSettings.Retries retries = settings.retries();
        failures++;
        boolean tooLong = problem.retryAfter()
                .filter(wait -> wait.compareTo(retries.patience()) > 0)
                .isPresent();
        if (!problem.passesByItself() || failures >= retries.attempts() || tooLong) {
            throw failure;
        }
        Duration pause = problem.retryAfter().orElse(Duration.ZERO).plus(jittered(backOff(retries)));
        listener.waiting(problem, pause);
        settings.sleeper().sleep(pause);
    }

    private Duration backOff(EspmSettings.Retries retries) {
        Duration pause = retries.first();
        for (int i = 1; i < failures && pause.compareTo(retries.longest()) < 0; i++) {
            pause = pause.multipliedBy(2);
        }
        return pause.compareTo(retries.longest()) < 0 ? pause : retries.longest();
    }

    /** Between half and the whole of it. */
    private static Duration jittered(Duration pause) {
        long half = pause.toMillis() / 2;
        return Duration.ofMillis(half + ThreadLocalRandom.current().nextLong(half + 1));
    }
}
