package id.espm.app.espm.submit;

import id.espm.app.espm.SubmissionOutcome;
import id.espm.app.espm.SubmissionStatus;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A bundle that eSPM has accepted.
 *
 * @param status  where it stands; never {@link SubmissionStatus#SENDING}
 * @param alasan  why KPPN rejected it, where it did
 * @param receipt the proof
 */
public record Delivered(SubmissionStatus status, Optional<String> alasan, CheckedReceipt receipt) {
    /** @throws IllegalArgumentException if it was not accepted */
    public Delivered {
        if (status == SubmissionStatus.SENDING) {
            throw new IllegalArgumentException("not accepted yet");
        }
    }

    /** Keeps the receipt beside the bundle; may be done again. */
    public SubmissionOutcome keptBeside(Path bundle) throws IOException {
        ReceiptFiles files = receipt.keepBeside(bundle);
        return new SubmissionOutcome(receipt.id(), status, files.receipt(), files.signature(), receipt.time());
    }
}
