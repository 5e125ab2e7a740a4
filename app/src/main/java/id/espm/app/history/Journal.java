package id.espm.app.history;

import id.espm.app.database.Database;
import id.espm.app.database.DatabaseException;
import id.espm.app.database.Rows;
import id.espm.signer.Sha256;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is done to each package. A row that changes gets a new id, so that the highest id of a package is its last state. */
final class Journal {
    private static final String FIND =
            "SELECT state, bundle, at, code FROM journal WHERE output = ? AND source = ? AND part = ? AND fingerprint = ?";
    private static final String PUT =
            "INSERT OR REPLACE INTO journal (output, source, part, fingerprint, state, bundle, at,"
                    + " code) VALUES (?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String FAILED =
            "SELECT source, part, fingerprint, at, code FROM journal j WHERE output = ? AND state = 'FAILED' AND id ="
                    + " (SELECT max(id) FROM journal WHERE output = j.output AND source = j.source AND part = j.part)"
                    + " ORDER BY source, part";

    private final Database database;

    Journal(Database database) {
        this.database = database;
    }

    Known known(SigningId id) throws DatabaseException {
        try (Rows row = database.query(
                FIND,
                id.output().toString(),
                id.source().toString(),
                id.part(),
                id.fingerprint().hex())) {
            if (!row.next()) {
                return new Known.None();
            }
            return switch (row.text(1)) {
                case "INTENDED" -> new Known.Intended(Path.of(row.text(2)));
                case "SIGNED" -> new Known.Signed(Path.of(row.text(2)), Instant.parse(row.text(3)));
                default -> new Known.Failed(row.text(4), Instant.parse(row.text(3)));
            };
        }
    }

    void put(SigningId id, Known state) throws DatabaseException {
        Row row = switch (state) {
            case Known.Intended intended ->
                new Row("INTENDED", Optional.of(intended.target()), Optional.empty(), Optional.empty());
            case Known.Signed signed ->
                new Row("SIGNED", Optional.of(signed.bundle()), Optional.of(signed.at()), Optional.empty());
            case Known.Failed failed ->
                new Row("FAILED", Optional.empty(), Optional.of(failed.at()), Optional.of(failed.code()));
            case Known.None none -> throw new IllegalArgumentException("a package is not forgotten");
        };
        database.change(
                PUT,
                id.output().toString(),
                id.source().toString(),
                id.part(),
                id.fingerprint().hex(),
                row.state(),
                row.bundle().map(Path::toString).orElse(null),
                row.at().map(Instant::toString).orElse(null),
                row.code().orElse(null));
    }

    private record Row(String state, Optional<Path> bundle, Optional<Instant> at, Optional<String> code) {}

    List<FailedPackage> failedIn(Path output) throws DatabaseException {
        List<FailedPackage> found = new ArrayList<>();
        try (Rows row = database.query(FAILED, output.toString())) {
            while (row.next()) {
                SigningId id =
                        new SigningId(output, Path.of(row.text(1)), (int) row.number(2), new Sha256(row.text(3)));
                found.add(new FailedPackage(id, row.text(5), Instant.parse(row.text(4))));
            }
        }
        return found;
    }
}
