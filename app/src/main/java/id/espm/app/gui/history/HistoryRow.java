package id.espm.app.gui.history;

import id.espm.app.history.audit.AuditEvent;
import id.espm.app.history.audit.AuditEvent.BundleFile;
import id.espm.app.outbox.OutboxRow;
import java.nio.file.Path;
import java.util.Optional;

/**
 * One thing that happened, and where its bundle stands at eSPM as far as this machine knows.
 *
 * @param seq   its number in the audit trail
 * @param event what happened
 * @param sent  the bundle's row in the outbox, if it was ever put in
 */
public record HistoryRow(long seq, AuditEvent event, Optional<OutboxRow> sent) {

    /** Where the bundle was when this happened. */
    public Optional<Path> bundle() {
        return event.bundle().map(BundleFile::path).map(Path::of);
    }

    /** Where the receipt was kept. */
    public Optional<Path> receipt() {
        return sent.flatMap(row -> row.standing().proof()).map(OutboxRow.Proof::receipt);
    }
}
