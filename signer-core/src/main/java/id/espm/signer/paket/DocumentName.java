package id.espm.signer.paket;

import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;

/**
 * A name by which files find their document. Names are compared as people read them: without case, and in Unicode's form C, since
 * a Mac writes them in another one than Windows.
 *
 * @param written as it stands in the folder, in form C and without blanks around it
 */
record DocumentName(String written) {
    /** What a copy still under way is called by browsers, mail programs and copying programs. */
    private static final Set<String> UNFINISHED =
            Set.of(".part", ".partial", ".crdownload", ".download", ".tmp", ".filepart");

    /** A file's name without its ending. */
    static DocumentName ofFile(Path file) {
        String name = file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return of(dot > 0 ? name.substring(0, dot) : name);
    }

    /** A name that somebody said. */
    static DocumentName said(String name) {
        return of(name);
    }

    private static DocumentName of(String name) {
        return new DocumentName(Normalizer.normalize(name, Normalizer.Form.NFC).strip());
    }

    /** Whether a file is still being copied, as its name says. */
    static boolean isUnfinished(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return UNFINISHED.stream().anyMatch(name::endsWith);
    }

    /** The same for two names that people take for one. */
    String key() {
        return written.toLowerCase(Locale.ROOT);
    }

    /** {@code 00123A-spm} begins with {@code 00123A}; {@code 00123AB} does not. */
    boolean beginsWith(DocumentName other) {
        return key().startsWith(other.key()) && isEdge(other.key().length());
    }

    /** {@code SPM_231_00123A_168572} mentions {@code 00123A}, as SAKTI names its files. */
    boolean mentions(DocumentName other) {
        String wanted = other.key();
        for (int at = key().indexOf(wanted); at >= 0; at = key().indexOf(wanted, at + 1)) {
            if (isEdge(at - 1) && isEdge(at + wanted.length())) {
                return true;
            }
        }
        return false;
    }

    private boolean isEdge(int at) {
        return at < 0 || at >= key().length() || !Character.isLetterOrDigit(key().charAt(at));
    }
}
