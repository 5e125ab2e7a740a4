package id.espm.app.outbox;

import id.espm.app.espm.Submission;
import id.espm.app.history.EntryFilter;
import id.espm.app.history.History;
import id.espm.app.history.audit.AuditEvent;
import id.espm.app.history.audit.AuditEvent.BundleFile;
import id.espm.app.history.audit.AuditEvent.Kind;
import id.espm.signer.Satker;
import id.espm.signer.SignerException;
import java.time.OffsetDateTime;

/** Writes down that a bundle was sent, once for each submission. */
final class SentRecord {
    private final OutboxSettings settings;

    SentRecord(OutboxSettings settings) {
        this.settings = settings;
    }

    /**
     * Writes the entry, unless it is there.
     *
     * @param id eSPM's name for the submission
     * @throws SignerException where the history cannot be used
     */
    void add(OutboxRow row, String id) throws SignerException {
        try (History history = History.open(settings.history())) {
            AuditEvent event = event(row, id);
            if (!isKnown(history, event)) {
                history.record(event);
            }
        }
    }

    private AuditEvent event(OutboxRow row, String id) {
        Submission.Content content = row.details().content();
        OffsetDateTime now =
                settings.clock().instant().atZone(settings.clock().getZone()).toOffsetDateTime();
        return AuditEvent.builder(Kind.SENT, now)
                .jenis(content.jenis())
                .satker(new Satker(content.satker()))
                .tahun(content.tahun())
                .nomor(content.nomor())
                .bundle(BundleFile.of(row.bundle(), row.key().sha256()))
                .receipt(id)
                .build();
    }

    /** The same bundle may be submitted again; eSPM then answers with what it has. */
    private static boolean isKnown(History history, AuditEvent event) throws SignerException {
        EntryFilter.Builder filter = EntryFilter.builder().kind(Kind.SENT);
        event.subject().nomor().stream().findFirst().ifPresent(filter::nomor);
        return history.entries(filter.build()).stream()
                .anyMatch(entry -> entry.event().receipt().equals(event.receipt()));
    }
}
