package id.espm.app.gui.sign;

import id.espm.app.delivery.HandedOver;
import id.espm.app.espm.EspmException;
import id.espm.app.gui.look.Failure;
import id.espm.app.gui.look.FolderOpener;
import id.espm.app.gui.work.Background;
import id.espm.signer.SignerException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Lays what was signed ready for the operator, in a folder that the official picks. */
public final class HandoverViewModel {
    private final Background background;
    private final OperatorDesk desk;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Idle());

    public HandoverViewModel(Background background, OperatorDesk desk) {
        this.background = background;
        this.desk = desk;
    }

    /** How far it is. */
    public sealed interface State {
        /** Nothing was handed over yet. */
        record Idle() implements State {}

        /** Bundles are being copied and their sheets printed. */
        record Copying() implements State {}

        /** All are there. */
        record Handed(Path folder, List<HandedOver> files) implements State {
            public Handed {
                files = List.copyOf(files);
            }
        }

        /** One of them could not be handed over, for this reason. */
        record Failed(Failure failure) implements State {}
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Copies bundles with their cover sheets into a folder. */
    public void hand(List<Path> bundles, Path folder) {
        if (bundles.isEmpty() || state.get() instanceof State.Copying) {
            return;
        }
        state.set(new State.Copying());
        background
                .run(() -> desk.hand(bundles, folder))
                .onSuccess(files -> state.set(new State.Handed(folder, files)))
                .onError(SignerException.class, e -> fail(new Failure.OfSigner(e.problem())))
                .onError(EspmException.class, e -> fail(new Failure.OfEspm(e.problem(), e.serverDetail())))
                .onError(IOException.class, e -> fail(new Failure.OfFiles(e)))
                .start();
    }

    /** Shows a file in the system's file manager. */
    public void show(FolderOpener folders, Path file) {
        try {
            folders.show(file);
        } catch (IOException e) {
            fail(new Failure.OfFiles(e));
        }
    }

    private void fail(Failure failure) {
        state.set(new State.Failed(failure));
    }

    /** What was handed over before is no longer the matter. */
    public void forget() {
        if (!(state.get() instanceof State.Copying)) {
            state.set(new State.Idle());
        }
    }
}
