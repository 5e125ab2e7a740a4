package id.espm.signer.timestamp;

import id.espm.signer.Problem.TimestampUnavailable.Obstacle;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Why one address gave no timestamp. */
final class FailedAttempt extends Exception {
    private static final long serialVersionUID = 1L;

    private final Obstacle obstacle;
    private final boolean mayPass;
    private final @Nullable Duration retryAfter;

    private FailedAttempt(
            Obstacle obstacle,
            String detail,
            boolean mayPass,
            @Nullable Duration retryAfter,
            @Nullable Throwable cause) {
        super(detail, cause);
        this.obstacle = obstacle;
        this.mayPass = mayPass;
        this.retryAfter = retryAfter;
    }

    /** A failure that another attempt would meet again. */
    static FailedAttempt lasting(Obstacle obstacle, String detail, @Nullable Throwable cause) {
        return new FailedAttempt(obstacle, detail, false, null, cause);
    }

    /** A failure that may have passed a little later. */
    static FailedAttempt passing(
            Obstacle obstacle, String detail, Optional<Duration> retryAfter, @Nullable Throwable cause) {
        return new FailedAttempt(obstacle, detail, true, retryAfter.orElse(null), cause);
    }

    Obstacle obstacle() {
        return obstacle;
    }

    String detail() {
        return String.valueOf(getMessage());
    }

    boolean mayPass() {
        return mayPass;
    }

    /** How long the authority wants to be left alone. */
    Duration retryAfter() {
        return retryAfter == null ? Duration.ZERO : retryAfter;
    }
}
