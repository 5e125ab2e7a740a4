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
    private @Nullable File lastFiles;

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
    public List<Path> files(String title, List<Kind> kinds) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        kinds.forEach(kind -> chooser.getExtensionFilters().add(filter(kind)));
        begin(lastFiles, chooser::setInitialDirectory);
        List<File> chosen = chooser.showOpenMultipleDialog(owner);
        if (chosen == null || chosen.isEmpty()) {
            return List.of();
        }
        lastFiles = chosen.getFirst().getParentFile();
        return chosen.stream().map(File::toPath).toList();
    }

    @Override
    public Optional<Path> save(String title, String suggested, Kind kind) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.setInitialFileName(suggested);
        chooser.getExtensionFilters().add(filter(kind));
        begin(lastFiles, chooser::setInitialDirectory);
        File chosen = chooser.showSaveDialog(owner);
        if (chosen != null) {
            lastFiles = chosen.getParentFile();
        }
        return Optional.ofNullable(chosen).map(File::toPath);
    }

    private static FileChooser.ExtensionFilter filter(Kind kind) {
        return new FileChooser.ExtensionFilter(kind.name(), kind.patterns());
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
