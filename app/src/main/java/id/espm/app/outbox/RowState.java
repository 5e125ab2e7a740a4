package id.espm.app.outbox;

import id.espm.app.espm.SubmissionStatus;
import java.util.EnumSet;
import java.util.Set;

/** Where a bundle of the outbox stands, in the words of the API, and which change is permitted. */
public enum RowState {
    /** eSPM does not know of it yet. */
    QUEUED,
    /** Announced; bytes, the security code, or a checked receipt are missing. */
    SENDING,
    /** Accepted by eSPM, and its receipt was checked. */
    SENT,
    /** An Operator KPPN has downloaded it (PER-10/PB/2018 Pasal 7(5)). */
    RECEIVED,
    /** KPPN works on it. */
    PROCESSING,
    DONE,
    /** KPPN refused it, with a reason. */
    REJECTED;

    static RowState of(SubmissionStatus status) {
        return valueOf(status.name());
    }

    /** Whether it still has to go. */
    public boolean isOpen() {
        return this == QUEUED || this == SENDING;
    }

    /** Whether nothing more will happen to it. */
    public boolean isFinal() {
        return this == DONE || this == REJECTED;
    }

    /** Whether it may become that; what stays the same may. */
    boolean mayBecome(RowState next) {
        Set<RowState> possible = switch (this) {
            // Nothing is accepted that was not announced.
            case QUEUED -> EnumSet.of(QUEUED, SENDING);
            // An earlier run may have had it accepted, and KPPN may have been quick.
            case SENDING, SENT, RECEIVED, PROCESSING -> EnumSet.range(this, REJECTED);
            case DONE, REJECTED -> EnumSet.of(this);
        };
        return possible.contains(next);
    }
}
