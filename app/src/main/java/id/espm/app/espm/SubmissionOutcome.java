package id.espm.app.espm;

import java.nio.file.Path;
import java.time.Instant;

/**
 * A bundle that is proven to be sent: there is none of these without a receipt that was checked.
 *
 * @param id               eSPM's name for the submission
 * @param status           where it stands; never {@link SubmissionStatus#SENDING}
 * @param receiptFile      the receipt, {@code <bundle>.receipt.json}, byte for byte as the server signed it
 * @param receiptSignature the server's signature over it, {@code <bundle>.receipt.json.p7s}
 * @param sentAt           when eSPM accepted the bundle, by its clock
 */
public record SubmissionOutcome(
        String id, SubmissionStatus status, Path receiptFile, Path receiptSignature, Instant sentAt) {}
