package id.espm.app.draft;

import id.espm.signer.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;

/**
 * A file as it was when it was taken into a draft.
 *
 * @param size    in bytes; {@link #ABSENT} where it was not there
 * @param changed when it was last written
 * @param sha256  of its content
 */
public record FileStamp(long size, Instant changed, Sha256 sha256) {
    /** The size of what was not there. */
    public static final long ABSENT = -1;

    /** Whether a file still is what it was. */
    public enum Change {
        NONE,
        /** It cannot be found or read any more. */
        GONE,
        /** It holds something else. */
        CHANGED
    }

    /** Reads a file to its end. */
    public static FileStamp of(Path file) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        return new FileStamp(attributes.size(), attributes.lastModifiedTime().toInstant(), Sha256.of(file));
    }

    /** Of a file that cannot be read. */
    public static FileStamp absent() {
        return new FileStamp(ABSENT, Instant.EPOCH, Sha256.of(new byte[0]));
    }

    /** Looks at a file again; its content is read only where size or time differ. One that was missing may come. */
    public Change look(Path file) {
        try {
            BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
            if (size == ABSENT) {
                return Change.NONE;
            }
            if (now.size() == size && now.lastModifiedTime().toInstant().equals(changed)) {
                return Change.NONE;
            }
            return now.size() == size && Sha256.of(file).equals(sha256) ? Change.NONE : Change.CHANGED;
        } catch (IOException e) {
            return Change.GONE;
        }
    }
}
