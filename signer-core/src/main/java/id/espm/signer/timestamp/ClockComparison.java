package id.espm.signer.timestamp;

import id.espm.signer.Caution.ClockDrift;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What an authority's time says of this computer's clock. Its time was read somewhere between asking and answering, so half
 * of the round trip counts for nothing.
 *
 * @param tolerance how far the clocks may differ beyond that
 */
record ClockComparison(Duration tolerance) {
    /** This computer's times around one exchange. */
    record Exchange(URI address, Instant asked, Instant answered) {
        Duration half() {
            Duration whole = Duration.between(asked, answered);
            return whole.isNegative() ? Duration.ZERO : whole.dividedBy(2);
        }
    }

    /**
     * How far this computer is off, if it is by more than it may be.
     *
     * @param theirs   what the authority says
     * @param accuracy how far that may be off by itself
     */
    Optional<ClockDrift> drift(Exchange exchange, Instant theirs, Duration accuracy) {
        Duration ahead = Duration.between(theirs, exchange.asked().plus(exchange.half()));
        Duration allowed = tolerance.plus(exchange.half()).plus(accuracy);
        return ahead.abs().compareTo(allowed) > 0
                ? Optional.of(new ClockDrift(ahead, exchange.address().getHost()))
                : Optional.empty();
    }
}
