package id.espm.sandbox.espm.store;

import java.time.Instant;
import java.util.Optional;

/** Open sessions. Of an access token only its hash is kept. */
public final class SessionTable {
    private final Database database;

    public SessionTable(Database database) {
        this.database = database;
    }

    /** Adds a session, and forgets those that ended. */
    public void add(String tokenHash, String username, Instant now, Instant expiresAt) {
        database.read(c -> Sql.update(c, "DELETE FROM sessions WHERE expires_at <= ?", now)
                + Sql.update(c, "INSERT INTO sessions VALUES (?, ?, ?)", tokenHash, username, expiresAt));
    }

    /** Ends a session before its time. */
    public void remove(String tokenHash) {
        database.read(c -> Sql.update(c, "DELETE FROM sessions WHERE token_hash = ?", tokenHash));
    }

    /** Whose session it is, while it lasts. */
    public Optional<String> username(String tokenHash, Instant now) {
        return database.read(c -> Sql.find(
                c,
                "SELECT username FROM sessions WHERE token_hash = ? AND expires_at > ?",
                r -> r.getString(1),
                tokenHash,
                now));
    }
}
