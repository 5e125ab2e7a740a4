package id.espm.app.gui.history;

import id.espm.app.espm.EspmException;
import id.espm.app.history.EntryFilter;
import id.espm.app.history.History;
import id.espm.app.history.StoredTrail;
import id.espm.app.history.audit.AuditEntry;
import id.espm.app.history.audit.AuditEvent.BundleFile;
import id.espm.app.history.audit.ChainReport;
import id.espm.app.outbox.Outbox;
import id.espm.app.outbox.OutboxRow;
import id.espm.app.outbox.OutboxSettings;
import id.espm.signer.Sha256;
import id.espm.signer.SignerException;
import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the history together with the outbox; looking begins neither. */
final class HistoryReading {
    private final OutboxSettings settings;

    HistoryReading(OutboxSettings settings) {
        this.settings = settings;
    }

    List<HistoryRow> read(EntryFilter filter) throws SignerException, EspmException {
        if (!new StoredTrail(settings.history()).exists()) {
            return List.of();
        }
        Map<Sha256, OutboxRow> sent = sent();
        try (History history = History.open(settings.history())) {
            return history.entries(filter).stream()
                    .map(entry -> row(entry, sent))
                    .toList();
        }
    }

    private static HistoryRow row(AuditEntry entry, Map<Sha256, OutboxRow> sent) {
        return new HistoryRow(
                entry.seq(),
                entry.event(),
                entry.event()
                        .bundle()
                        .flatMap(BundleFile::sha256)
                        .flatMap(hash -> Optional.ofNullable(sent.get(hash))));
    }

    private Map<Sha256, OutboxRow> sent() throws EspmException {
        Map<Sha256, OutboxRow> sent = new HashMap<>();
        if (Files.exists(settings.file())) {
            try (Outbox outbox = Outbox.open(settings)) {
                outbox.rows().forEach(row -> sent.put(row.key().sha256(), row));
            }
        }
        return sent;
    }

    ChainReport check() throws SignerException, IOException {
        return new StoredTrail(settings.history()).verify();
    }
}
