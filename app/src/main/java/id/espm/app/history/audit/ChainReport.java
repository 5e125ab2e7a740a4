package id.espm.app.history.audit;

import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * Whether a chain holds.
 *
 * @param entries how many entries hold, from the first on
 * @param from    when the first of them was written
 * @param to      when the last of them was written
 * @param broken  where it holds no longer
 */
public record ChainReport(
        long entries, Optional<OffsetDateTime> from, Optional<OffsetDateTime> to, Optional<ChainBreak> broken) {

    /**
     * The first entry that does not hold.
     *
     * @param seq the number that it has or should have
     */
    public record ChainBreak(long seq, Flaw flaw) {}

    /** In which way an entry does not hold. */
    public enum Flaw {
        /** It is no entry of a form that is known. */
        UNREADABLE,
        /** Another number stands in its place: an entry was taken out, put in, or moved. */
        OUT_OF_ORDER,
        /** Its hash is not that of what it says after the entry before. */
        CHANGED,
        /** What it is searched by is not what it says. */
        INDEX_DIFFERS,
        /** It was there, and is no longer: the end was cut off. */
        CUT_OFF,
        /** It holds, but it is another than the one that was there. */
        HEAD_DIFFERS,
        /** Nothing says whether it was the last. */
        HEAD_MISSING
    }
}
