package id.espm.app.gui.send;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/** How fast bytes go, over the last seconds: a line that stops must not look fast because it once was. */
final class Speed {
    private static final long WINDOW = Duration.ofSeconds(5).toNanos();

    private final Deque<Mark> marks = new ArrayDeque<>();

    private record Mark(long nanos, long bytes) {}

    /**
     * Notes how far the sending is.
     *
     * @param nanos by {@link System#nanoTime}
     * @param bytes sent so far; fewer than before after a break
     * @return bytes per second; 0 while unknown
     */
    long note(long nanos, long bytes) {
        Mark last = marks.peekLast();
        if (last != null && bytes < last.bytes()) {
            marks.clear();
        }
        marks.addLast(new Mark(nanos, bytes));
        while (marks.size() > 2 && nanos - marks.getFirst().nanos() > WINDOW) {
            marks.removeFirst();
        }
        Mark first = marks.getFirst();
        long elapsed = nanos - first.nanos();
        return elapsed <= 0
                ? 0
                : Math.round(
                        (bytes - first.bytes()) * (double) Duration.ofSeconds(1).toNanos() / elapsed);
    }
}
