package id.espm.sandbox.kppn;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What KPPN needs of eSPM's store. eSPM implements it, so that KPPN knows nothing of tables. */
public interface SubmissionDesk {
    /** All accepted submissions, the newest first. */
    List<InboxItem> accepted();

    /** One accepted submission. */
    Optional<InboxItem> find(String id);

    /** What happened to a submission so far, oldest first; empty when there is none of that name. */
    List<StatusChange> history(String id);

    /** The bundle's file; to be read only. */
    Path bundle(String id);

    /**
     * Takes a submission to its next state and writes the history, both at once.
     *
     * @param note the stage or the reason; a stage begins once only
     * @throws StateConflictException when the state now does not allow it
     */
    void advance(String id, SubmissionStatus next, String note);
}
