package id.espm.sandbox.espm.store;

import id.espm.sandbox.kppn.SubmissionStatus;
import java.time.Instant;
import java.util.Optional;

/**
 * A submission as it is kept.
 *
 * @param id its name
 * @param username the account that sends it
 * @param declaration what was announced
 * @param status where it stands
 * @param sentAt when eSPM accepted it; empty before
 */
public record SubmissionRow(
        String id, String username, Declaration declaration, SubmissionStatus status, Optional<Instant> sentAt) {

    /** Whether eSPM has accepted it; what KPPN did since does not matter. */
    public boolean accepted() {
        return status != SubmissionStatus.SENDING;
    }
}
