package id.espm.sandbox.espm.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How far each upload has come. The number here, not the length of the file, is what was acknowledged. */
public final class UploadTable {

    /** State of an upload: {@code received} bytes are safe, until {@code expiresAt} for those that are unfinished. */
    public record Upload(long received, Instant expiresAt) {}

    /** Opens an upload, or opens it anew at offset 0. */
    public void open(Connection connection, String id, Instant expiresAt) throws SQLException {
        Sql.update(connection, "INSERT OR REPLACE INTO uploads VALUES (?, 0, ?)", id, expiresAt);
    }

    public Optional<Upload> find(Connection connection, String id) throws SQLException {
        return Sql.find(
                connection,
                "SELECT received, expires_at FROM uploads WHERE id = ?",
                r -> new Upload(r.getLong("received"), Sql.instant(r, "expires_at")),
                id);
    }

    public void advance(Connection connection, String id, long received, Instant expiresAt) throws SQLException {
        Sql.update(connection, "UPDATE uploads SET received = ?, expires_at = ? WHERE id = ?", received, expiresAt, id);
    }

    /** Unfinished uploads whose time is over. */
    public List<String> expired(Connection connection, Instant now) throws SQLException {
        return Sql.list(
                connection,
                "SELECT u.id FROM uploads u JOIN submissions s ON s.id = u.id"
                        + " WHERE u.expires_at <= ? AND u.received < s.size",
                r -> r.getString(1),
                now);
    }
}
