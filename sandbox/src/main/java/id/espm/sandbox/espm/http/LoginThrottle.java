package id.espm.sandbox.espm.http;

import id.espm.sandbox.espm.problem.ProblemType;
import id.espm.sandbox.espm.problem.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Slows the guessing of passwords: after some failures a user name waits. */
final class LoginThrottle {
    private static final int FAILURES = 10;
    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final int MAX_NAMES = 10_000;

    private final Map<String, Failures> failures = new ConcurrentHashMap<>();
    private final Clock clock;

    LoginThrottle(Clock clock) {
        this.clock = clock;
    }

    private record Failures(Instant since, int count) {}

    void check(String username) throws Refusal {
        Instant now = clock.instant();
        Failures found = failures.getOrDefault(username, new Failures(now, 0));
        Instant free = found.since().plus(WINDOW);
        if (found.count() >= FAILURES && free.isAfter(now)) {
            throw new Refusal(ProblemType.RATE_LIMITED, "Terlalu banyak percobaan masuk. Silakan tunggu sebentar.")
                    .retryAfter(Duration.between(now, free));
        }
    }

    void countFailure(String username) {
        Instant now = clock.instant();
        if (failures.size() > MAX_NAMES) {
            failures.values().removeIf(f -> f.since().plus(WINDOW).isBefore(now));
        }
        failures.merge(
                username,
                new Failures(now, 1),
                (old, first) ->
                        old.since().plus(WINDOW).isBefore(now) ? first : new Failures(old.since(), old.count() + 1));
    }
}
