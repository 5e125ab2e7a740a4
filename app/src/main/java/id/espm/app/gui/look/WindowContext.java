package id.espm.app.gui.look;

/**
 * What the window lends to its screens.
 *
 * @param words      in the language that is shown
 * @param files      asks for files
 * @param folders    shows folders
 * @param navigation goes to another screen
 * @param workplace  opens the window's work anew
 */
public record WindowContext(
        Words words, FilePicker files, FolderOpener folders, Navigation navigation, Workplace workplace) {}
