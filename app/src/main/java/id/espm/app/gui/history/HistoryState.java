package id.espm.app.gui.history;

import id.espm.app.gui.look.Failure;
import id.espm.app.history.audit.ChainReport;

/** How far the history was read. */
public sealed interface HistoryState {

    /** It is being read. */
    record Reading() implements HistoryState {}

    /**
     * What was asked for is shown.
     *
     * @param found how many entries are shown
     * @param more  whether there are older ones that are not shown
     */
    record Shown(int found, boolean more) implements HistoryState {}

    /** The chain of the whole history was checked. */
    record Checked(ChainReport report) implements HistoryState {}

    /** It cannot be read, for this reason. */
    record Failed(Failure failure) implements HistoryState {}
}
