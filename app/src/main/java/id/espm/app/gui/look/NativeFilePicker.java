package id.espm.app.gui.look;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** The system's own dialogues; each begins where the last one ended. */
public final class NativeFilePicker implements FilePicker {
    private final Window owner;
    private @Nullable File lastCertificate;
    private @Nullable File lastFolder;

    public NativeFilePicker(Window owner) {
        this.owner = owner;
    }

    @Override
    public Optional<Path> certificate(String title, String kindOfP12, String anyKind) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.getExtensionFilters()
                .addAll(
                        new FileChooser.ExtensionFilter(kindOfP12, List.of("*.p12", "*.pfx", "*.P12", "*.PFX")),
                        new FileChooser.ExtensionFilter(anyKind, "*"));
        begin(lastCertificate, chooser::setInitialDirectory);
        File chosen = chooser.showOpenDialog(owner);
        if (chosen != null) {
            lastCertificate = chosen.getParentFile();
        }
        return Optional.ofNullable(chosen).map(File::toPath);
    }

    @Override
    public Optional<Path> folder(String title) {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(title);
        begin(lastFolder, chooser::setInitialDirectory);
        File chosen = chooser.showDialog(owner);
        if (chosen != null) {
            lastFolder = chosen.getParentFile();
        }
        return Optional.ofNullable(chosen).map(File::toPath);
    }

    @Override
    public Optional<Path> file(String title) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        return Optional.ofNullable(chooser.showOpenDialog(owner)).map(File::toPath);
    }

    /** The dialogues refuse to open in a folder that is gone meanwhile. */
    private static void begin(@Nullable File folder, Consumer<File> chooser) {
        if (folder != null && folder.isDirectory()) {
            chooser.accept(folder);
        }
    }
}
