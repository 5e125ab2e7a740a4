package id.espm.app.history;

import id.espm.signer.Sha256;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
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

    Known known(SigningId id) throws SQLException {
        PreparedStatement find = database.statement(FIND);
        bind(find, id);
        try (ResultSet row = find.executeQuery()) {
            if (!row.next()) {
                return new Known.None();
            }
            return switch (row.getString(1)) {
                case "INTENDED" -> new Known.Intended(Path.of(row.getString(2)));
                case "SIGNED" -> new Known.Signed(Path.of(row.getString(2)), Instant.parse(row.getString(3)));
                default -> new Known.Failed(row.getString(4), Instant.parse(row.getString(3)));
            };
        }
    }

    void put(SigningId id, Known state) throws SQLException {
        Row row = switch (state) {
            case Known.Intended intended ->
                new Row("INTENDED", Optional.of(intended.target()), Optional.empty(), Optional.empty());
            case Known.Signed signed ->
                new Row("SIGNED", Optional.of(signed.bundle()), Optional.of(signed.at()), Optional.empty());
            case Known.Failed failed ->
                new Row("FAILED", Optional.empty(), Optional.of(failed.at()), Optional.of(failed.code()));
            case Known.None none -> throw new IllegalArgumentException("a package is not forgotten");
        };
        PreparedStatement put = database.statement(PUT);
        bind(put, id);
        put.setString(5, row.state());
        put.setString(6, row.bundle().map(Path::toString).orElse(null));
        put.setString(7, row.at().map(Instant::toString).orElse(null));
        put.setString(8, row.code().orElse(null));
        put.executeUpdate();
    }

    private static void bind(PreparedStatement statement, SigningId id) throws SQLException {
        statement.setString(1, id.output().toString());
        statement.setString(2, id.source().toString());
        statement.setInt(3, id.part());
        statement.setString(4, id.fingerprint().hex());
    }

    private record Row(String state, Optional<Path> bundle, Optional<Instant> at, Optional<String> code) {}

    List<FailedPackage> failedIn(Path output) throws SQLException {
        PreparedStatement failed = database.statement(FAILED);
        failed.setString(1, output.toString());
        List<FailedPackage> found = new ArrayList<>();
        try (ResultSet row = failed.executeQuery()) {
            while (row.next()) {
                SigningId id =
                        new SigningId(output, Path.of(row.getString(1)), row.getInt(2), new Sha256(row.getString(3)));
                found.add(new FailedPackage(id, row.getString(5), Instant.parse(row.getString(4))));
            }
        }
        return found;
    }
}
