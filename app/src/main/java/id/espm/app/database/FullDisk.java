package id.espm.app.database;

import java.io.IOException;
import java.util.List;

/** Whether a failure means that there is no room: only the system's words tell. */
public final class FullDisk {
    /** What Linux, macOS and Windows say when a disk or a quota is full. */
    private static final List<String> WORDS =
            List.of("No space left on device", "not enough space on the disk", "Disk quota exceeded");

    private FullDisk() {}

    /** Whether this is such a failure. */
    public static boolean isMeantBy(IOException failure) {
        String said = String.valueOf(failure.getMessage());
        return WORDS.stream().anyMatch(said::contains);
    }
}
