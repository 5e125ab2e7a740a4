package id.espm.app.signing;

import id.espm.app.history.History;
import id.espm.signer.Problem;
import id.espm.signer.SignerException;
import java.time.Duration;
import java.time.Instant;

/** Refuses a clock that was set back: times of signatures would contradict their order. For several threads. */
final class ForwardClock {
    /** Clocks are set by some seconds all the time. */
    private static final Duration TOLERANCE = Duration.ofMinutes(2);

    private Instant newest = Instant.EPOCH;

    /**
     * Refuses a clock that stands before the last entry of the history.
     *
     * @throws SignerException {@link Problem.ClockSetBack}, {@link Problem.HistoryUnusable}
     */
    static void requireAfter(History history, Instant now) throws SignerException {
        require(history.lastTime().orElse(now), now);
    }

    /**
     * The next signing of this run states this time.
     *
     * @throws SignerException {@link Problem.ClockSetBack} where it is before an earlier one
     */
    synchronized void step(Instant claimed) throws SignerException {
        require(newest, claimed);
        newest = claimed.isAfter(newest) ? claimed : newest;
    }

    private static void require(Instant last, Instant now) throws SignerException {
        if (now.isBefore(last.minus(TOLERANCE))) {
            throw new SignerException(new Problem.ClockSetBack(last, now));
        }
    }
}
