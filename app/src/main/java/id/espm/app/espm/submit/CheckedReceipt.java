package id.espm.app.espm.submit;

import id.espm.app.espm.Submission;
import id.espm.app.espm.client.UncheckedReceipt;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;

/** A receipt that was checked: the server signed it, and it speaks of our bundle. Only {@link ReceiptCheck} makes one. */
public final class CheckedReceipt {
    private final String id;
    private final Submission.Content content;
    private final Instant time;
    private final UncheckedReceipt bytes;

    CheckedReceipt(String id, Submission.Content content, Instant time, UncheckedReceipt bytes) {
        this.id = id;
        this.content = content;
        this.time = time;
        this.bytes = bytes;
    }

    /** eSPM's name for the submission. */
    public String id() {
        return id;
    }

    /** What it is about. */
    public Submission.Content content() {
        return content;
    }

    /** When eSPM accepted the bundle, by its clock. */
    public Instant time() {
        return time;
    }

    /** Writes receipt and signature beside the bundle, each whole or not at all; may be done again. */
    public ReceiptFiles keepBeside(Path bundle) throws IOException {
        ReceiptFiles files = ReceiptFiles.beside(bundle);
        files.write(bytes);
        return files;
    }
}
