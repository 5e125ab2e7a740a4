package id.espm.app.gui.practice;

import id.espm.app.gui.look.Failure;
import id.espm.app.practice.PracticeSession;

/** Whether somebody practises. */
public sealed interface PracticeState {

    /** The window shows the real workplace. */
    record Off() implements PracticeState {}

    /**
     * Practice is being made ready.
     *
     * @param prepared whether the certificates and samples are there, so that the servers come next
     * @param stopping whether it was asked to stop
     */
    record Starting(boolean prepared, boolean stopping) implements PracticeState {}

    /** The window shows practice's workplace. */
    record On(PracticeSession session) implements PracticeState {}

    /** Signing or sending goes on, which is not to be broken off for practice. */
    record Busy() implements PracticeState {}

    /** Another window or program practises in the same folder. */
    record Elsewhere() implements PracticeState {}

    /** It could not be made ready, for this reason. */
    record Failed(Failure failure) implements PracticeState {}
}
