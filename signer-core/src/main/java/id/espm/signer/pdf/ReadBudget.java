package id.espm.signer.pdf;

import id.espm.signer.pdf.revision.WorkTime;
import java.time.Duration;

/**
 * Ends the reading of a file that would never end: a parser that repairs what is damaged may be led in circles. Only what is
 * read far more often than it is long, and for long, is stopped, so a large file on a slow disk is not.
 */
final class ReadBudget {
    private static final int TIMES = 64;
    private static final long LEAST = 64L << 20;
    private static final Duration USUAL = Duration.ofSeconds(8);
    /** The clock is asked only now and then. */
    private static final int STEP = 1 << 16;

    private final long bytes;
    private final long deadline;
    private long read;
    private long nextLook = STEP;

    /**
     * @param length  of the file in bytes
     * @param allowed how long it may be read at least
     */
    ReadBudget(long length, Duration allowed) {
        this.bytes = Math.max(LEAST, length > Long.MAX_VALUE / TIMES ? Long.MAX_VALUE : length * TIMES);
        this.deadline = WorkTime.after(allowed);
    }

    static ReadBudget usual(long length) {
        return new ReadBudget(length, USUAL);
    }

    /**
     * Notes that bytes were read.
     *
     * @throws BeyondBounds if it is enough
     */
    void spend(int count) {
        read += count;
        if (read >= nextLook) {
            nextLook = read + STEP;
            if (read > bytes && WorkTime.now() - deadline > 0) {
                throw new BeyondBounds("the file is read again and again");
            }
        }
    }
}
