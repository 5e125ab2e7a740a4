package id.espm.sandbox.espm.store;

import id.espm.sandbox.kppn.StatusChange;
import id.espm.sandbox.kppn.SubmissionStatus;
import java.math.BigInteger;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Submissions and their history; the history grows with every change of state, in the same transaction. */
public final class SubmissionTable {
    /** Numbers hold no spaces: the declaration is checked for that. */
    private static final String SEPARATOR = " ";

    /** Adds an announced submission. */
    public void add(Connection connection, SubmissionRow row, Instant now) throws SQLException {
        Declaration d = row.declaration();
        Sql.update(
                connection,
                "INSERT INTO submissions (id, username, jenis, satker, kppn, tahun, nomor, file_name, size, sha256,"
                        + " serial, status, changed_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                row.id(),
                row.username(),
                d.jenis(),
                d.satker(),
                d.kppn(),
                d.tahun(),
                String.join(SEPARATOR, d.nomor()),
                d.fileName(),
                d.size(),
                d.sha256(),
                d.serial().toString(16),
                row.status().name(),
                now);
        addHistory(connection, row.id(), row.status(), now, "");
    }

    public Optional<SubmissionRow> find(Connection connection, String id) throws SQLException {
        return Sql.find(connection, "SELECT * FROM submissions WHERE id = ?", SubmissionTable::read, id);
    }

    /** The submission that an account made for a bundle: the meaning of the Idempotency-Key. */
    public Optional<SubmissionRow> findByKey(Connection connection, String username, String sha256)
            throws SQLException {
        return Sql.find(
                connection,
                "SELECT * FROM submissions WHERE username = ? AND sha256 = ?",
                SubmissionTable::read,
                username,
                sha256);
    }

    /** An account's submissions that changed since, in the order of their last change. */
    public List<SubmissionRow> changedSince(Connection connection, String username, Instant since) throws SQLException {
        return Sql.list(
                connection,
                "SELECT * FROM submissions WHERE username = ? AND changed_at >= ? ORDER BY changed_at, id",
                SubmissionTable::read,
                username,
                since);
    }

    /** Everything accepted, the newest first. */
    public List<SubmissionRow> accepted(Connection connection) throws SQLException {
        return Sql.list(
                connection,
                "SELECT * FROM submissions WHERE sent_at IS NOT NULL ORDER BY sent_at DESC, id DESC",
                SubmissionTable::read);
    }

    /** Changes the state and writes the history. */
    public void advance(Connection connection, String id, SubmissionStatus status, Instant now, String note)
            throws SQLException {
        Sql.update(
                connection, "UPDATE submissions SET status = ?, changed_at = ? WHERE id = ?", status.name(), now, id);
        addHistory(connection, id, status, now, note);
    }

    /** Marks a submission accepted, with its receipt. */
    public void accept(Connection connection, String id, Instant now, StoredReceipt receipt) throws SQLException {
        Sql.update(
                connection,
                "UPDATE submissions SET sent_at = ?, receipt = ?, receipt_signature = ? WHERE id = ?",
                now,
                receipt.json(),
                receipt.signature(),
                id);
        advance(connection, id, SubmissionStatus.SENT, now, "");
    }

    /** The receipt, once there is one. */
    public Optional<StoredReceipt> receipt(Connection connection, String id) throws SQLException {
        return Sql.find(
                connection,
                "SELECT receipt, receipt_signature FROM submissions WHERE id = ? AND receipt IS NOT NULL",
                r -> new StoredReceipt(r.getBytes(1), r.getBytes(2)),
                id);
    }

    /** The history, oldest first. */
    public List<StatusChange> history(Connection connection, String id) throws SQLException {
        return Sql.list(
                connection,
                "SELECT status, time, note FROM history WHERE id = ? ORDER BY seq",
                r -> new StatusChange(
                        SubmissionStatus.valueOf(r.getString("status")), Sql.instant(r, "time"), r.getString("note")),
                id);
    }

    private static void addHistory(Connection connection, String id, SubmissionStatus status, Instant now, String note)
            throws SQLException {
        Sql.update(
                connection,
                "INSERT INTO history (id, status, time, note) VALUES (?, ?, ?, ?)",
                id,
                status.name(),
                now,
                note);
    }

    private static SubmissionRow read(ResultSet row) throws SQLException {
        String nomor = row.getString("nomor");
        Declaration declaration = new Declaration(
                row.getString("jenis"),
                row.getString("satker"),
                row.getString("kppn"),
                row.getInt("tahun"),
                nomor.isEmpty() ? List.of() : Arrays.asList(nomor.split(SEPARATOR)),
                row.getString("file_name"),
                row.getLong("size"),
                row.getString("sha256"),
                new BigInteger(row.getString("serial"), 16));
        return new SubmissionRow(
                row.getString("id"),
                row.getString("username"),
                declaration,
                SubmissionStatus.valueOf(row.getString("status")),
                sentAt(row));
    }

    private static Optional<Instant> sentAt(ResultSet row) throws SQLException {
        long millis = row.getLong("sent_at");
        return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
    }
}
