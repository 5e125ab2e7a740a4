package id.espm.sandbox.espm.http;

import id.espm.sandbox.espm.problem.ProblemType;
import id.espm.sandbox.espm.problem.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Times when eSPM answers nobody. */
public final class Maintenance {
    private final Clock clock;
    private volatile Instant until = Instant.MIN;

    public Maintenance(Clock clock) {
        this.clock = clock;
    }

    /** From now on, for the given time. */
    public void begin(Duration duration) {
        until = clock.instant().plus(duration);
    }

    /** Over, now. */
    public void end() {
        until = Instant.MIN;
    }

    void check() throws Refusal {
        Instant now = clock.instant();
        Instant end = until;
        if (end.isAfter(now)) {
            throw refusal(Duration.between(now, end));
        }
    }

    static Refusal refusal(Duration wait) {
        return new Refusal(
                        ProblemType.MAINTENANCE,
                        "eSPM sedang dalam pemeliharaan. Silakan coba lagi dalam %d detik."
                                .formatted(Math.max(1, wait.toSeconds())))
                .retryAfter(wait);
    }
}
