package id.espm.app.history;

import id.espm.app.database.Database;
import id.espm.app.database.DatabaseException;
import id.espm.app.database.Rows;
import id.espm.app.history.audit.AuditEntry;
import id.espm.app.history.audit.AuditEvent;
import id.espm.app.history.audit.ChainLink;
import id.espm.app.history.audit.EntryForm;
import id.espm.app.history.audit.Head;
import id.espm.signer.Sha256;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The entries in the database, and what they are searched by. */
final class AuditTrail {
    private static final String HEAD = "SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1";
    private static final String LAST_TIME = "SELECT at FROM audit ORDER BY seq DESC LIMIT 1";
    private static final String HASH_AT = "SELECT hash FROM audit WHERE seq = ?";
    private static final String APPEND =
            "INSERT INTO audit (seq, entry, previous, hash, at, kind, jenis, satker, tahun)"
                    + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String APPEND_NOMOR = "INSERT OR IGNORE INTO audit_nomor (nomor, seq) VALUES (?, ?)";
    private static final String SIGNED_BEFORE =
            "SELECT audit.seq, entry, previous, hash FROM audit_nomor JOIN audit USING (seq)"
                    + " WHERE audit_nomor.nomor = ? AND jenis = ? AND satker = ? AND tahun = ?"
                    + " AND kind IN ('SIGNED', 'FOUND_AGAIN') ORDER BY audit.seq DESC LIMIT 1";

    private final Database database;

    AuditTrail(Database database) {
        this.database = database;
    }

    Head head() throws DatabaseException {
        try (Rows row = database.query(HEAD)) {
            return row.next() ? new Head(row.number(1), hash(row, 2)) : Head.EMPTY;
        }
    }

    Optional<Instant> lastTime() throws DatabaseException {
        try (Rows row = database.query(LAST_TIME)) {
            return row.next() ? Optional.of(Instant.ofEpochMilli(row.number(1))) : Optional.empty();
        }
    }

    /** The head as it was when the chain had so many entries; empty where it never had. */
    Optional<Head> headAt(long seq) throws DatabaseException {
        if (seq == 0) {
            return Optional.of(Head.EMPTY);
        }
        try (Rows row = database.query(HASH_AT, seq)) {
            return row.next() ? Optional.of(new Head(seq, hash(row, 1))) : Optional.empty();
        }
    }

    /** Within a transaction: nobody else appends between. */
    Head append(AuditEvent event) throws DatabaseException {
        Head before = head();
        ChainLink link = ChainLink.after(before, event);
        database.change(
                APPEND,
                link.seq(),
                link.content(),
                before.hash().hex(),
                link.hash().hex(),
                event.time().toInstant().toEpochMilli(),
                event.kind().name(),
                event.subject().jenis().map(Enum::name).orElse(null),
                event.subject().satker().map(Object::toString).orElse(null),
                event.subject().tahun().orElse(null));
        for (String nomor : event.subject().nomor()) {
            database.change(APPEND_NOMOR, DocumentKey.comparable(nomor), link.seq());
        }
        return link.asHead();
    }

    Optional<AuditEntry> signedBefore(DocumentKey document) throws DatabaseException {
        try (Rows row = database.query(
                SIGNED_BEFORE,
                DocumentKey.comparable(document.nomor()),
                document.jenis().name(),
                document.satker().kode(),
                document.tahun())) {
            return row.next() ? Optional.of(entry(row)) : Optional.empty();
        }
    }

    List<AuditEntry> entries(EntryFilter filter) throws DatabaseException {
        List<Object> values = new ArrayList<>();
        StringBuilder sql = new StringBuilder("SELECT seq, entry, previous, hash FROM audit WHERE seq > 0");
        filter.nomor().ifPresent(nomor -> {
            sql.append(" AND seq IN (SELECT seq FROM audit_nomor WHERE nomor = ?)");
            values.add(DocumentKey.comparable(nomor));
        });
        filter.begins().ifPresent(nomor -> {
            // Not LIKE, in which a number's own signs would mean something.
            sql.append(" AND seq IN (SELECT seq FROM audit_nomor WHERE substr(nomor, 1, length(?)) = ?)");
            values.add(DocumentKey.comparable(nomor));
            values.add(DocumentKey.comparable(nomor));
        });
        filter.satker().ifPresent(satker -> {
            sql.append(" AND satker = ?");
            values.add(satker.kode());
        });
        filter.since().ifPresent(since -> {
            sql.append(" AND at >= ?");
            values.add(since.toEpochMilli());
        });
        filter.until().ifPresent(until -> {
            sql.append(" AND at <= ?");
            values.add(until.toEpochMilli());
        });
        filter.kind().ifPresent(kind -> {
            sql.append(" AND kind = ?");
            values.add(kind.name());
        });
        values.add(filter.limit());
        sql.append(" ORDER BY seq DESC LIMIT ?");
        List<AuditEntry> found = new ArrayList<>();
        try (Rows row = database.query(sql.toString(), values.toArray())) {
            while (row.next()) {
                found.add(entry(row));
            }
        }
        return found;
    }

    private static AuditEntry entry(Rows row) throws DatabaseException {
        long seq = row.number(1);
        EntryForm.Content content = EntryForm.read(row.bytes(2))
                .orElseThrow(() -> DatabaseException.damaged("entry " + seq + " cannot be read"));
        return new AuditEntry(seq, content.event(), hash(row, 3), hash(row, 4));
    }

    private static Sha256 hash(Rows row, int column) throws DatabaseException {
        try {
            return new Sha256(row.text(column));
        } catch (IllegalArgumentException e) {
            throw DatabaseException.damaged("a hash cannot be read", e);
        }
    }
}
