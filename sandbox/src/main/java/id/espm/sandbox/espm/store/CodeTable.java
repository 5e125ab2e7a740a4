package id.espm.sandbox.espm.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** The security code of each submission that needs one; only a salted hash of it. */
public final class CodeTable {

    /** A mailed code; its hash and the salt of it in hex. */
    public record Code(String salt, String hash, Instant mailedAt, Instant expiresAt, int triesLeft) {}

    /** Puts a code in the place of the one before. */
    public void put(Connection connection, String id, Code code) throws SQLException {
        Sql.update(
                connection,
                "INSERT OR REPLACE INTO codes VALUES (?, ?, ?, ?, ?, ?)",
                id,
                code.salt(),
                code.hash(),
                code.mailedAt(),
                code.expiresAt(),
                code.triesLeft());
    }

    public Optional<Code> find(Connection connection, String id) throws SQLException {
        return Sql.find(
                connection,
                "SELECT * FROM codes WHERE id = ?",
                r -> new Code(
                        r.getString("salt"),
                        r.getString("hash"),
                        Sql.instant(r, "mailed_at"),
                        Sql.instant(r, "expires_at"),
                        r.getInt("tries_left")),
                id);
    }

    /** Counts a wrong try. */
    public void countWrongTry(Connection connection, String id) throws SQLException {
        Sql.update(connection, "UPDATE codes SET tries_left = tries_left - 1 WHERE id = ?", id);
    }

    /** Uses the code up. */
    public void remove(Connection connection, String id) throws SQLException {
        Sql.update(connection, "DELETE FROM codes WHERE id = ?", id);
    }
}
