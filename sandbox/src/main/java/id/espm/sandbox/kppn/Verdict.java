package id.espm.sandbox.kppn;

import id.espm.sandbox.judge.Judgement;
import java.time.Instant;

/** What KPPN knows so far of a submission's signatures. */
public sealed interface Verdict {
    /** Being judged now, or in the queue for it. */
    record Pending() implements Verdict {}

    /**
     * Judged.
     *
     * @param judgement DSS's verdicts
     * @param at when; revocation is as of then
     */
    record Judged(Judgement judgement, Instant at) implements Verdict {}

    /**
     * Could not be judged, for the bundle could not be opened.
     *
     * @param reason for the technician, in English
     */
    record Failed(String reason) implements Verdict {}
}
