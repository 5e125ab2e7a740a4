package id.espm.app.outbox;

import id.espm.app.database.Database;
import id.espm.app.database.DatabaseException;
import id.espm.app.database.Rows;
import id.espm.app.espm.Submission;
import id.espm.app.espm.SubmissionDetails;
import id.espm.app.outbox.OutboxRow.Halt;
import id.espm.app.outbox.OutboxRow.Proof;
import id.espm.app.outbox.OutboxRow.Standing;
import id.espm.signer.Jenis;
import id.espm.signer.Sha256;
import java.net.URI;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The rows in the database. What a method changes it changes in one statement, or in the caller's transaction. */
final class RowTable {
    private static final String COLUMNS =
            "SELECT sha256, address, user, bundle, size, jenis, satker, kppn, tahun, nomor,"
                    + " serial, state, since, id, confirmed, halt, code, receipt, sent_at, alasan FROM outbox";
    private static final String ALL = COLUMNS + " ORDER BY rowid";
    private static final String FIND = COLUMNS + " WHERE sha256 = ? AND address = ?";

    /** A bundle that is in already was moved, or is sent by another account now; what it holds is the same by its hash. */
    private static final String PUT =
            "INSERT INTO outbox (sha256, address, user, bundle, size, jenis, satker, kppn, tahun,"
                    + " nomor, serial, state, since) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'QUEUED', ?)"
                    + " ON CONFLICT (sha256, address) DO UPDATE SET user = excluded.user, bundle = excluded.bundle";

    private static final String ANNOUNCED =
            "UPDATE outbox SET state = 'SENDING', since = ?, id = ?, halt = NULL, code = NULL"
                    + " WHERE sha256 = ? AND address = ?";
    private static final String CONFIRMED = "UPDATE outbox SET confirmed = ? WHERE sha256 = ? AND address = ?";
    private static final String HALTED = "UPDATE outbox SET halt = ?, code = ? WHERE sha256 = ? AND address = ?";
    private static final String SENT = "UPDATE outbox SET state = ?, since = ?, id = ?, confirmed = size, receipt = ?,"
            + " sent_at = ?, alasan = ?, halt = NULL, code = NULL WHERE sha256 = ? AND address = ?";
    private static final String MOVED_ON =
            "UPDATE outbox SET state = ?, since = ?, alasan = ? WHERE sha256 = ? AND address = ?";
    private static final String FORGET = "DELETE FROM outbox WHERE sha256 = ? AND address = ?";

    /** No number holds one: see {@link #put}. */
    private static final String BETWEEN = "\n";

    private final Database database;

    RowTable(Database database) {
        this.database = database;
    }

    /** All rows, in the order in which they came. */
    List<OutboxRow> all() throws DatabaseException {
        List<OutboxRow> all = new ArrayList<>();
        try (Rows rows = database.query(ALL)) {
            while (rows.next()) {
                all.add(row(rows));
            }
        }
        return all;
    }

    Optional<OutboxRow> find(OutboxRow.Key key) throws DatabaseException {
        try (Rows rows = database.query(FIND, sha256(key), address(key))) {
            return rows.next() ? Optional.of(row(rows)) : Optional.empty();
        }
    }

    void put(OutboxRow row) throws DatabaseException {
        Submission.Content content = row.details().content();
        database.change(
                PUT,
                sha256(row.key()),
                address(row.key()),
                row.user(),
                row.bundle().toString(),
                row.size(),
                content.jenis().name(),
                content.satker(),
                content.kppn(),
                content.tahun(),
                String.join(BETWEEN, content.nomor()),
                row.details().certificateSerial(),
                row.standing().since().toString());
    }

    void announced(OutboxRow.Key key, Instant since, String id) throws DatabaseException {
        database.change(ANNOUNCED, since.toString(), id, sha256(key), address(key));
    }

    void confirmed(OutboxRow.Key key, long offset) throws DatabaseException {
        database.change(CONFIRMED, offset, sha256(key), address(key));
    }

    void halted(OutboxRow.Key key, Halt halt) throws DatabaseException {
        database.change(HALTED, halt.kind().name(), halt.code(), sha256(key), address(key));
    }

    void sent(OutboxRow.Key key, Standing standing) throws DatabaseException {
        Proof proof = standing.proof().orElseThrow();
        database.change(
                SENT,
                standing.state().name(),
                standing.since().toString(),
                standing.id().orElseThrow(),
                proof.receipt().toString(),
                proof.sentAt().toString(),
                standing.alasan().orElse(null),
                sha256(key),
                address(key));
    }

    void movedOn(OutboxRow.Key key, RowState state, Instant since, Optional<String> alasan) throws DatabaseException {
        database.change(MOVED_ON, state.name(), since.toString(), alasan.orElse(null), sha256(key), address(key));
    }

    void forget(OutboxRow.Key key) throws DatabaseException {
        database.change(FORGET, sha256(key), address(key));
    }

    private static String sha256(OutboxRow.Key key) {
        return key.sha256().hex();
    }

    private static String address(OutboxRow.Key key) {
        return key.address().toString();
    }

    private static OutboxRow row(Rows row) throws DatabaseException {
        try {
            return new OutboxRow(
                    new OutboxRow.Key(new Sha256(row.text(1)), URI.create(row.text(2))),
                    row.text(3),
                    Path.of(row.text(4)),
                    row.number(5),
                    details(row),
                    standing(row));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw DatabaseException.damaged("a row of the outbox cannot be read", e);
        }
    }

    private static SubmissionDetails details(Rows row) throws DatabaseException {
        String nomor = row.text(10);
        Submission.Content content = new Submission.Content(
                Jenis.valueOf(row.text(6)),
                row.text(7),
                row.text(8),
                Math.toIntExact(row.number(9)),
                nomor.isEmpty() ? List.of() : List.of(nomor.split(BETWEEN, -1)));
        return new SubmissionDetails(content, row.text(11));
    }

    private static Standing standing(Rows row) throws DatabaseException {
        Optional<String> halt = row.optionalText(16);
        Optional<String> receipt = row.optionalText(18);
        return new Standing(
                RowState.valueOf(row.text(12)),
                Instant.parse(row.text(13)),
                row.optionalText(14),
                row.number(15),
                halt.isPresent()
                        ? Optional.of(new Halt(Halt.Kind.valueOf(halt.get()), row.text(17)))
                        : Optional.empty(),
                receipt.isPresent()
                        ? Optional.of(new Proof(Path.of(receipt.get()), Instant.parse(row.text(19))))
                        : Optional.empty(),
                row.optionalText(20));
    }
}
