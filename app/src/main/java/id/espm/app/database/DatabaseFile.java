package id.espm.app.database;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Makes files that nobody but their owner may read. Elsewhere than on POSIX systems the folder's own rights count, which in a
 * user's profile are the owner's.
 */
public final class DatabaseFile {
    private DatabaseFile() {}

    /** Makes an empty file where there is none. SQLite gives the files beside it the same rights. */
    public static void make(Path file) throws IOException {
        try {
            Files.createFile(file);
        } catch (FileAlreadyExistsException e) {
            // It was there before, or another run made it at the same time.
            return;
        }
        restrict(file, "rw-------");
    }

    /** Makes a folder and all above it where there is none. */
    public static void makeFolder(Path folder) throws IOException {
        Files.createDirectories(folder);
        restrict(folder, "rwx------");
    }

    private static void restrict(Path path, String rights) throws IOException {
        if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(rights));
        }
    }
}
