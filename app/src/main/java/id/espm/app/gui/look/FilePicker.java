package id.espm.app.gui.look;

import java.nio.file.Path;
import java.util.List;
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

    /**
     * A kind of file, as the dialogue offers it.
     *
     * @param name     what people call it
     * @param patterns such as {@code *.pdf}
     */
    record Kind(String name, List<String> patterns) {
        public Kind {
            patterns = List.copyOf(patterns);
        }
    }

    /**
     * Asks for files that are there.
     *
     * @param kinds the first is offered first
     * @return empty if the user gave up
     */
    List<Path> files(String title, List<Kind> kinds);

    /**
     * Asks where to write a file; whether it may take another's place was asked, too.
     *
     * @param suggested its name, if the user has no better one
     * @return empty if the user gave up
     */
    Optional<Path> save(String title, String suggested, Kind kind);

    /** Asks for a folder; empty if the user gave up. */
    Optional<Path> folder(String title);

    /** Asks for any file; empty if the user gave up. */
    Optional<Path> file(String title);
}
