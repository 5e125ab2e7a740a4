package id.espm.signer.timestamp;

import java.time.Duration;

/**
 * How often authorities are asked again for what may pass: no connection, no answer in time, a server in trouble.
 *
 * @param rounds       how often each address is asked at most
 * @param firstPause   before the second round; each further pause is twice as long, and each is shortened at random by up to
 *     half, so that many offices do not come back at once
 * @param longestPause no pause is longer; an authority that wants to be left alone for longer is not asked again
 * @param altogether   after this time no pause and no attempt is begun
 */
public record RetryPlan(int rounds, Duration firstPause, Duration longestPause, Duration altogether) {
    /** @throws IllegalArgumentException if there is no round, or a time is negative */
    public RetryPlan {
        if (rounds < 1 || firstPause.isNegative() || longestPause.isNegative() || altogether.isNegative()) {
            throw new IllegalArgumentException("not a plan: " + rounds + " rounds");
        }
    }

    /** Three rounds, pauses of about one and two seconds, ten where an authority asks for them, 45 seconds altogether. */
    public static RetryPlan usual() {
        return new RetryPlan(3, Duration.ofSeconds(1), Duration.ofSeconds(10), Duration.ofSeconds(45));
    }

    /** Each address once. */
    public static RetryPlan once() {
        return new RetryPlan(1, Duration.ZERO, Duration.ZERO, Duration.ofMinutes(1));
    }

    /**
     * The pause after a round.
     *
     * @param round  the first is 1
     * @param random from 0 to 1
     */
    Duration pauseAfter(int round, double random) {
        Duration full = firstPause;
        for (int i = 1; i < round && full.compareTo(longestPause) < 0; i++) {
            full = full.multipliedBy(2);
        }
        Duration bounded = full.compareTo(longestPause) < 0 ? full : longestPause;
        return Duration.ofNanos((long) (bounded.toNanos() * (1 - random / 2)));
    }
}
