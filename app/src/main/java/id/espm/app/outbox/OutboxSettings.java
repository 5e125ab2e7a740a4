package id.espm.app.outbox;

import id.espm.signer.trust.TrustAnchors;
import java.nio.file.Path;
import java.time.Clock;

/**
 * What the outbox needs to know.
 *
 * @param file     the database; locks lie beside it
 * @param history  the folder of the history, in which what was sent is written down
 * @param receipts to which the certificate of eSPM's receipts must lead
 * @param clock    what time it is, in the zone of who sends
 */
public record OutboxSettings(Path file, Path history, TrustAnchors receipts, Clock clock) {
    /** Locks of rows, one file each. */
    Path locks() {
        return file.resolveSibling("outbox.locks");
    }
}
