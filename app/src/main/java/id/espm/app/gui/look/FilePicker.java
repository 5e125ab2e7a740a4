package id.espm.app.gui.look;

import java.nio.file.Path;
import java.util.Optional;

/** Asks the user for files; the system's own dialogues stand behind it, which tests cannot answer. */
public interface FilePicker {
    /**
     * Asks for a certificate file.
     *
     * @param title     the dialogue's title
     * @param kindOfP12 what a .p12 is called in the list of kinds
     * @param anyKind   what all files are called there
     * @return empty if the user gave up
     */
    Optional<Path> certificate(String title, String kindOfP12, String anyKind);

    /** Asks for a folder; empty if the user gave up. */
    Optional<Path> folder(String title);

    /** Asks for any file; empty if the user gave up. */
    Optional<Path> file(String title);
}
