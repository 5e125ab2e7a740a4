package id.espm.app.gui.verify;

import id.espm.app.gui.look.Failure;
import java.nio.file.Path;

/** How far judging is. */
public sealed interface VerifyState {

    /** Nothing goes on. */
    record Idle() implements VerifyState {}

    /**
     * Files are being judged.
     *
     * @param done       how many were
     * @param total      of how many; 0 while folders are still searched
     * @param cancelling whether it was asked to stop
     */
    record Judging(int done, int total, boolean cancelling) implements VerifyState {}

    /** Stopped when asked to; what was judged until then stays. */
    record Cancelled() implements VerifyState {}

    /** Nothing among what was given looks signed. */
    record NothingFound() implements VerifyState {}

    /** Files could not be searched, or a report not be written. */
    record Failed(Failure failure) implements VerifyState {}

    /** A report was written. */
    record Saved(Path report) implements VerifyState {}
}
