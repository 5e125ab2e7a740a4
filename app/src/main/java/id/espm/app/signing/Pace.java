package id.espm.app.signing;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.LongSupplier;

/** How fast work goes on, and how long the rest will take: by what was done lately, for the beginning is always slower. */
public final class Pace {
    private static final int REMEMBERED = 60;
    /** Before so many are done nothing is said, for it would be wrong. */
    private static final int ENOUGH = 3;

    private final LongSupplier nanoTime;
    private final Deque<Long> lately = new ArrayDeque<>();

    /** @param nanoTime a clock that only goes forward, in nanoseconds */
    public Pace(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        lately.add(nanoTime.getAsLong());
    }

    /** One more piece is done. */
    public synchronized void step() {
        lately.addLast(nanoTime.getAsLong());
        if (lately.size() > REMEMBERED) {
            lately.removeFirst();
        }
    }

    /** How long so many more pieces will take, in whole seconds rounded up; empty as long as nobody can know. */
    public synchronized Optional<Duration> left(int pieces) {
        int steps = lately.size() - 1;
        if (steps < ENOUGH) {
            return Optional.empty();
        }
        double each = (double) (lately.getLast() - lately.getFirst()) / steps;
        return Optional.of(Duration.ofSeconds((long) Math.ceil(each * pieces / 1e9)));
    }
}
