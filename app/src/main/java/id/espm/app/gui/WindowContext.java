package id.espm.app.gui;

import id.espm.app.gui.look.FilePicker;
import id.espm.app.gui.look.FolderOpener;
import id.espm.app.gui.look.Words;
import java.util.function.BooleanSupplier;

/**
 * What the window lends to its content.
 *
 * @param words          in the language that is shown
 * @param files          asks for files
 * @param folders        shows folders
 * @param look           what the switches at the top do
 */
record WindowContext(Words words, FilePicker files, FolderOpener folders, Switches look) {

    /**
     * The switches at the top.
     *
     * @param language to the other language
     * @param theme    to the other theme
     * @param isDark   whether the dark theme is shown
     */
    record Switches(Runnable language, Runnable theme, BooleanSupplier isDark) {}
}
