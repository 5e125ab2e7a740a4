package id.espm.signer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes a small file so that whoever reads it, and whatever comes between, meets the old content or the new one whole. */
public final class WholeFile {
    private WholeFile() {}

    /**
     * Writes a file in place of what may be there. Its folder is made where there is none; where it fails, nothing is left
     * behind. Only its owner can read it, where the system knows owners.
     *
     * @throws IOException if the folder cannot be written to, or moves nothing in one step
     */
    public static void replace(Path file, byte[] content) throws IOException {
        Path folder = Files.createDirectories(file.toAbsolutePath().getParent());
        Path part = Files.createTempFile(folder, ".espm", ".part");
        try {
            Files.write(part, content);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
