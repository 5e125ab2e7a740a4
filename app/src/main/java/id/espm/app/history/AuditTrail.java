package id.espm.app.history;

import id.espm.app.history.audit.AuditEntry;
import id.espm.app.history.audit.AuditEvent;
import id.espm.app.history.audit.ChainLink;
import id.espm.app.history.audit.EntryForm;
import id.espm.app.history.audit.Head;
import id.espm.signer.Sha256;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
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

    Head head() throws SQLException {
        try (ResultSet row = database.statement(HEAD).executeQuery()) {
            return row.next() ? new Head(row.getLong(1), hash(row, 2)) : Head.EMPTY;
        }
    }

    Optional<Instant> lastTime() throws SQLException {
        try (ResultSet row = database.statement(LAST_TIME).executeQuery()) {
            return row.next() ? Optional.of(Instant.ofEpochMilli(row.getLong(1))) : Optional.empty();
        }
    }

    /** The head as it was when the chain had so many entries; empty where it never had. */
    Optional<Head> headAt(long seq) throws SQLException {
        if (seq == 0) {
            return Optional.of(Head.EMPTY);
        }
        PreparedStatement find = database.statement(HASH_AT);
        find.setLong(1, seq);
        try (ResultSet row = find.executeQuery()) {
            return row.next() ? Optional.of(new Head(seq, hash(row, 1))) : Optional.empty();
        }
    }

    /** Within a transaction: nobody else appends between. */
    Head append(AuditEvent event) throws SQLException {
        Head before = head();
        ChainLink link = ChainLink.after(before, event);
        PreparedStatement append = database.statement(APPEND);
        append.setLong(1, link.seq());
        append.setBytes(2, link.content());
        append.setString(3, before.hash().hex());
        append.setString(4, link.hash().hex());
        append.setLong(5, event.time().toInstant().toEpochMilli());
        append.setString(6, event.kind().name());
        append.setString(7, event.subject().jenis().map(Enum::name).orElse(null));
        append.setString(8, event.subject().satker().map(Object::toString).orElse(null));
        append.setObject(9, event.subject().tahun().orElse(null));
        append.executeUpdate();
        for (String nomor : event.subject().nomor()) {
            PreparedStatement appendNomor = database.statement(APPEND_NOMOR);
            appendNomor.setString(1, DocumentKey.comparable(nomor));
            appendNomor.setLong(2, link.seq());
            appendNomor.executeUpdate();
        }
        return link.asHead();
    }

    Optional<AuditEntry> signedBefore(DocumentKey document) throws SQLException {
        PreparedStatement find = database.statement(SIGNED_BEFORE);
        find.setString(1, DocumentKey.comparable(document.nomor()));
        find.setString(2, document.jenis().name());
        find.setString(3, document.satker().kode());
        find.setInt(4, document.tahun());
        try (ResultSet row = find.executeQuery()) {
            return row.next() ? Optional.of(entry(row)) : Optional.empty();
        }
    }

    List<AuditEntry> entries(EntryFilter filter) throws SQLException {
        List<Object> values = new ArrayList<>();
        StringBuilder sql = new StringBuilder("SELECT seq, entry, previous, hash FROM audit WHERE seq > 0");
        filter.nomor().ifPresent(nomor -> {
            sql.append(" AND seq IN (SELECT seq FROM audit_nomor WHERE nomor = ?)");
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
        PreparedStatement find =
                database.statement(sql.append(" ORDER BY seq DESC LIMIT ?").toString());
        for (int i = 0; i < values.size(); i++) {
            find.setObject(i + 1, values.get(i));
        }
        List<AuditEntry> found = new ArrayList<>();
        try (ResultSet row = find.executeQuery()) {
            while (row.next()) {
                found.add(entry(row));
            }
        }
        return found;
    }

    private static AuditEntry entry(ResultSet row) throws SQLException {
        long seq = row.getLong(1);
        EntryForm.Content content =
                EntryForm.read(row.getBytes(2)).orElseThrow(() -> new SQLException("entry " + seq + " cannot be read"));
        return new AuditEntry(seq, content.event(), hash(row, 3), hash(row, 4));
    }

    private static Sha256 hash(ResultSet row, int column) throws SQLException {
        try {
            return new Sha256(row.getString(column));
        } catch (IllegalArgumentException e) {
            throw new SQLException("a hash cannot be read", e);
        }
    }
}
