package id.espm.app.gui.paket;

import id.espm.app.draft.Draft;
import id.espm.app.draft.DraftIntake.Doubt;
import id.espm.app.draft.DraftIntake.Refused;
import id.espm.app.draft.DraftIntake.Taken;
import id.espm.app.gui.look.Failure;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** What is to be told beside the packages themselves. */
public final class PackageNews {
    private final ReadOnlyObjectWrapper<List<Failure>> failures = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<Doubt>> doubts = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<Draft>> waiting = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyBooleanWrapper undoable = new ReadOnlyBooleanWrapper();

    PackageNews() {}

    /** What was not taken, and why. */
    public ReadOnlyObjectProperty<List<Failure>> failuresProperty() {
        return failures.getReadOnlyProperty();
    }

    /** Folders of which it is asked whether they are one package or several. */
    public ReadOnlyObjectProperty<List<Doubt>> doubtsProperty() {
        return doubts.getReadOnlyProperty();
    }

    /** Drafts that are not open, the last one first. */
    public ReadOnlyObjectProperty<List<Draft>> waitingProperty() {
        return waiting.getReadOnlyProperty();
    }

    /** Whether something can be taken back. */
    public ReadOnlyBooleanProperty undoableProperty() {
        return undoable.getReadOnlyProperty();
    }

    /** What a drop brought; what was told of the last one is no longer the matter. */
    void tell(Taken taken) {
        failures.set(taken.refused().stream()
                .map(Refused::problem)
                .<Failure>map(Failure.OfSigner::new)
                .toList());
        List<Doubt> all = new ArrayList<>(doubts.get());
        taken.doubts().stream().filter(doubt -> !all.contains(doubt)).forEach(all::add);
        doubts.set(List.copyOf(all));
    }

    void tell(Failure failure) {
        failures.set(List.of(failure));
    }

    void settled(Doubt doubt) {
        doubts.set(doubts.get().stream().filter(each -> !each.equals(doubt)).toList());
    }

    void waiting(List<Draft> drafts) {
        if (!drafts.equals(waiting.get())) {
            waiting.set(List.copyOf(drafts));
        }
    }

    void undoable(boolean can) {
        undoable.set(can);
    }

    void clear() {
        failures.set(List.of());
        doubts.set(List.of());
    }
}
