package id.espm.app.doctor;

import java.time.Duration;
import java.util.Optional;

/**
 * This computer's clock beside another.
 *
 * @param ahead  how far it is ahead of the other; negative: behind it
 * @param source whose clock the other is
 * @param proven whether the other one signed its time
 */
record ClockReading(Duration ahead, String source, boolean proven) {
    /** The one to go by: a time that was signed before one that anybody on the way may have written. */
    static Optional<ClockReading> better(Optional<ClockReading> one, Optional<ClockReading> other) {
        boolean believed = other.filter(ClockReading::proven).isPresent();
        return one.filter(kept -> kept.proven() || !believed).or(() -> other);
    }
}
