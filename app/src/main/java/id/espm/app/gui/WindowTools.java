package id.espm.app.gui;

import id.espm.app.gui.look.Browser;
import id.espm.app.gui.look.FilePicker;
import id.espm.app.gui.look.FolderOpener;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What a window has of its system; tests bring their own.
 *
 * @param files   the file dialogues
 * @param folders the file manager
 * @param browser the web browser
 * @param guide   the page of the user guide; empty if the program came without it
 * @param english whether the system was told to speak English, or not to; empty: as the window remembers
 */
record WindowTools(
        FilePicker files, FolderOpener folders, Browser browser, Optional<Path> guide, Optional<Boolean> english) {}
