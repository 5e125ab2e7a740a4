package id.espm.app.gui.look;

import java.io.IOException;
import java.nio.file.Path;

/** Shows a file in the system's file manager. */
@FunctionalInterface
public interface FolderOpener {
    /** @throws IOException if there is no file manager to be started */
    void show(Path file) throws IOException;

    /** The file manager of this system; the file is selected where the system can do that. */
    static FolderOpener ofThisSystem() {
        String os = System.getProperty("os.name", "");
        return file -> SystemCommand.start(SystemCommand.toShow(os, file));
    }
}
