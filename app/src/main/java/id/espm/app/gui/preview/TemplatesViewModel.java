package id.espm.app.gui.preview;

import id.espm.app.gui.look.Failure;
import id.espm.app.gui.work.Background;
import id.espm.app.settings.TemplateFolder;
import id.espm.signer.SignerException;
import id.espm.signer.pdf.appearance.template.Template;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The templates that the user keeps. One that was deleted can be brought back as long as the window is open. */
public final class TemplatesViewModel {
    private final Background background;
    private final TemplateFolder folder;
    private final PreviewViewModel preview;
    private final ReadOnlyObjectWrapper<List<String>> names = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<Deleted>> deleted = new ReadOnlyObjectWrapper<>(Optional.empty());

    public TemplatesViewModel(Background background, TemplateFolder folder, PreviewViewModel preview) {
        this.background = background;
        this.folder = folder;
        this.preview = preview;
        run(() -> true, done -> {});
    }

    /** A template that was deleted last. */
    record Deleted(String name, Template template) {}

    ReadOnlyObjectProperty<List<String>> namesProperty() {
        return names.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Deleted>> deletedProperty() {
        return deleted.getReadOnlyProperty();
    }

    /** Whether the look of now could be kept under a name. */
    boolean mayBeSaved(String name) {
        return TemplateFolder.isName(name.strip())
                && preview.appearance().visible().isPresent();
    }

    /** Keeps the look of now; one of the same name is replaced. */
    void save(String name) {
        if (mayBeSaved(name)) {
            Template template = preview.visible().template();
            run(
                    () -> {
                        folder.save(name.strip(), template);
                        return true;
                    },
                    done -> {});
        }
    }

    /** Takes a template for what is looked at. */
    void use(String name) {
        run(() -> folder.read(name), template -> preview.template(now -> template));
    }

    /** Deletes one. */
    void delete(String name) {
        run(
                () -> {
                    Deleted gone = new Deleted(name, folder.read(name));
                    folder.delete(name);
                    return gone;
                },
                gone -> deleted.set(Optional.of(gone)));
    }

    /** Brings back what was deleted last. */
    void bringBack() {
        Optional<Deleted> gone = deleted.get();
        if (gone.isPresent()) {
            deleted.set(Optional.empty());
            run(
                    () -> {
                        folder.save(gone.get().name(), gone.get().template());
                        return true;
                    },
                    done -> {});
        }
    }

    private <T> void run(Callable<T> work, Consumer<T> then) {
        record Outcome<T>(T result, List<String> names) {}
        background
                .run(() -> new Outcome<>(work.call(), folder.names()))
                .onSuccess(outcome -> {
                    names.set(outcome.names());
                    then.accept(outcome.result());
                })
                .onError(SignerException.class, e -> preview.fail(new Failure.OfSigner(e.problem())))
                .onError(IOException.class, e -> preview.fail(new Failure.OfFiles(e)))
                .start();
    }
}
