package id.espm.app.gui.update;

import id.espm.app.gui.look.Failure;
import id.espm.app.update.UpdateAnswer;

/** What is known of newer versions. */
public sealed interface UpdateState {

    /** Nothing: nobody was asked, or long ago. */
    record Unknown() implements UpdateState {}

    /** Somebody is being asked. */
    record Asking() implements UpdateState {}

    /** The last answer, were it of an earlier day. */
    record Answered(UpdateAnswer answer) implements UpdateState {}

    /** It could not be told. */
    record Failed(Failure failure) implements UpdateState {}
}
