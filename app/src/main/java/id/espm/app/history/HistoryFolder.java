package id.espm.app.history;

import id.espm.app.database.DatabaseFile;
import id.espm.app.history.audit.Head;
import id.espm.signer.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * The folder of the history, which nobody but its owner may enter.
 *
 * @param root the folder
 */
record HistoryFolder(Path root) {
    Path database() {
        return root.resolve("history.db");
    }

    Path head() {
        return root.resolve("history.head");
    }

    /**
     * Makes the files where neither is there. What is lost is never made anew, since then nobody would notice.
     *
     * @throws IOException also where one of the two is missing
     */
    void make() throws IOException {
        if (Files.exists(database())) {
            if (!Files.exists(head())) {
                throw new IOException(head().getFileName() + " is missing");
            }
            return;
        }
        byte[] empty = HeadFile.line(Head.EMPTY);
        if (!Files.exists(head())) {
            DatabaseFile.makeFolder(root);
            create(empty);
        } else if (!Arrays.equals(Files.readAllBytes(head()), empty)) {
            throw new IOException(database().getFileName() + " is missing");
        }
        DatabaseFile.make(database());
    }

    /** Whole or not at all, since an empty one would say that something is lost. */
    private void create(byte[] head) throws IOException {
        WholeFile.replace(head(), head);
    }
}
