package id.espm.signer.sign;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a killed run left behind in a folder for results: unfinished bundles, which nobody can use. */
public final class Leftovers {
    private Leftovers() {}

    /**
     * Removes the unfinished bundles of processes of this machine that are no more. What others are writing stays.
     *
     * @param folder need not be there
     * @return how many were removed
     */
    public static int sweep(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        int removed = 0;
        for (Path file : TemporaryName.abandoned(folder)) {
            Files.deleteIfExists(file);
            removed++;
        }
        return removed;
    }
}
