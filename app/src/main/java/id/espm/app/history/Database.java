package id.espm.app.history;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteOpenMode;

/**
 * The connection to the file, with its statements kept prepared. Not for several threads at once. Every commit is on the disk
 * when it returns (WAL with full synchronisation), so that a crash loses nothing that was answered for.
 */
final class Database implements AutoCloseable {
    /** The version of the tables, in {@code user_version}. */
    static final int VERSION = 1;

    /** Marks the file as ours, in {@code application_id}: {@code espm}. */
    private static final int APPLICATION = 0x6573706d;

    /** How long another program may hold the file: longer than any commit takes, shorter than anybody waits. */
    private static final int BUSY_MILLIS = 10_000;

    private final Connection connection;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();

    private Database(Connection connection) {
        this.connection = connection;
    }

    /** What happens within one transaction. */
    @FunctionalInterface
    interface Work<T> {
        T run() throws SQLException;
    }

    /**
     * Opens the file, which is there; an empty one gets its tables.
     *
     * @throws SQLException where it is none of ours, newer, damaged, or locked
     */
    static Database open(Path file) throws SQLException {
        return open(file, BUSY_MILLIS);
    }

    static Database open(Path file, int busyMillis) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.resetOpenMode(SQLiteOpenMode.CREATE);
        config.setBusyTimeout(busyMillis);
        config.setGetGeneratedKeys(false);
        Database database = new Database(config.createConnection("jdbc:sqlite:" + address(file)));
        boolean open = false;
        try {
            database.prepare();
            open = true;
            return database;
        } finally {
            if (!open) {
                database.close();
            }
        }
    }

    /** The driver takes what stands behind a question mark as settings. */
    private static String address(Path file) {
        String path = file.toString();
        return path.indexOf('?') < 0 ? path : file.toUri().toString();
    }

    private void prepare() throws SQLException {
        execute("PRAGMA journal_mode=WAL");
        execute("PRAGMA synchronous=FULL");
        if (number("PRAGMA user_version") == 0) {
            transaction(() -> {
                if (number("PRAGMA user_version") == 0) {
                    create();
                }
                return true;
            });
        }
        if (number("PRAGMA application_id") != APPLICATION) {
            throw new SQLException("this database holds something else");
        }
        long version = number("PRAGMA user_version");
        if (version != VERSION) {
            throw new SQLException("made by a newer version of this program (" + version + ")");
        }
    }

    private void create() throws SQLException {
        if (number("SELECT count(*) FROM sqlite_schema") != 0) {
            throw new SQLException("this database holds something else");
        }
        execute(schema());
    }

    /** Runs the work whole or not at all; the lock for writing is taken at its beginning. */
    <T> T transaction(Work<T> work) throws SQLException {
        statement("BEGIN IMMEDIATE").execute();
        try {
            T result = work.run();
            statement("COMMIT").execute();
            return result;
        } catch (SQLException | RuntimeException e) {
            rollback(e);
            throw e;
        }
    }

    /** SQLite ends some transactions by itself, as when the disk is full; then there is none to be rolled back. */
    private void rollback(Exception cause) {
        try {
            forgetStatements();
            execute("ROLLBACK");
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }

    /** A statement that failed is closed by the driver. */
    void forgetStatements() throws SQLException {
        for (PreparedStatement statement : prepared.values()) {
            statement.close();
        }
        prepared.clear();
    }

    /** @throws SQLException where the file itself is damaged */
    void requireSound() throws SQLException {
        try (ResultSet row = statement("PRAGMA quick_check(1)").executeQuery()) {
            String found = row.next() ? row.getString(1) : "no answer";
            if (!found.equals("ok")) {
                throw new SQLException("damaged: " + found);
            }
        }
    }

    /** The statement, prepared once. */
    PreparedStatement statement(String sql) throws SQLException {
        PreparedStatement known = prepared.get(sql);
        if (known == null) {
            known = connection.prepareStatement(sql);
            prepared.put(sql, known);
        }
        return known;
    }

    /** Statements that take nothing and answer nothing. */
    void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    /** The number that a query answers. */
    long number(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    private static String schema() {
        try (InputStream in = Database.class.getResourceAsStream("schema.sql")) {
            if (in == null) {
                throw new IllegalStateException("schema.sql is not on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
