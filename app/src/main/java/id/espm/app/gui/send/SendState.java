package id.espm.app.gui.send;

import id.espm.app.espm.EspmProblem;
import id.espm.app.espm.SubmissionOutcome;
import id.espm.app.espm.TokenSource;
import id.espm.app.gui.look.Failure;
import java.time.Duration;
import java.util.Optional;

/** How far sending is. */
public sealed interface SendState {

    /** Address, user and password are to be given. */
    record LoggedOut() implements SendState {}

    /**
     * A bundle is on its way.
     *
     * @param sent           bytes that eSPM has
     * @param total          bytes of the bundle; 0 while logging in
     * @param bytesPerSecond over the last seconds; 0 while unknown
     * @param cancelling     whether it was asked to stop
     */
    record Sending(long sent, long total, long bytesPerSecond, boolean cancelling) implements SendState {}

    /** Something came in between that may pass by itself; it is tried again after the pause. */
    record Waiting(EspmProblem problem, Duration pause) implements SendState {}

    /** The e-mailed code is to be typed. */
    record CodeNeeded(TokenSource.Request request) implements SendState {}

    /** Stopped when asked to; the same bundles go on later where they stopped. */
    record Cancelled() implements SendState {}

    /** Nothing more could be sent, for this reason. */
    record Failed(Failure failure) implements SendState {}

    /**
     * All were tried.
     *
     * @param sent   how many were sent, each proven by a receipt that was checked
     * @param failed how many were not; each row has its reason
     * @param last   of those that were sent
     */
    record Ended(int sent, int failed, Optional<SubmissionOutcome> last) implements SendState {}

    /** Whether work goes on that could be stopped. */
    default boolean isBusy() {
        return this instanceof Sending || this instanceof Waiting || this instanceof CodeNeeded;
    }
}
