package id.espm.app.database;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteOpenMode;

/**
 * The connection to a file, with its statements kept prepared. For several threads, each of which does what belongs together
 * within {@link #alone} or {@link #transaction}. Every commit is on the disk when it returns (WAL with full synchronisation),
 * so that a crash loses nothing that was answered for.
 */
public final class Database implements AutoCloseable {
    /** How long another program may hold the file: longer than any commit takes, shorter than anybody waits. */
    private static final int BUSY_MILLIS = 10_000;

    private final Connection connection;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, PreparedStatement> prepared = new HashMap<>();

    private Database(Connection connection) {
        this.connection = connection;
    }

    /** What one thread does while the others wait. */
    @FunctionalInterface
    public interface Work<T> {
        T run() throws DatabaseException;
    }

    @FunctionalInterface
    private interface Call<T> {
        T run() throws SQLException;
    }

    /**
     * Opens the file, which is there; an empty one gets its tables.
     *
     * @throws DatabaseException where it is none of this form, newer, damaged, or locked
     */
    public static Database open(Path file, DatabaseForm form) throws DatabaseException {
        return open(file, form, BUSY_MILLIS);
    }

    /** As {@link #open(Path, DatabaseForm)}, with another patience for programs that hold the file. */
    public static Database open(Path file, DatabaseForm form, int busyMillis) throws DatabaseException {
        SQLiteConfig config = new SQLiteConfig();
        config.resetOpenMode(SQLiteOpenMode.CREATE);
        config.setBusyTimeout(busyMillis);
        config.setGetGeneratedKeys(false);
        Database database = new Database(called(() -> config.createConnection("jdbc:sqlite:" + address(file))));
        boolean open = false;
        try {
            database.prepare(form);
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

    private void prepare(DatabaseForm form) throws DatabaseException {
        execute("PRAGMA journal_mode=WAL");
        execute("PRAGMA synchronous=FULL");
        if (number("PRAGMA user_version") == 0) {
            transaction(() -> {
                if (number("PRAGMA user_version") == 0) {
                    create(form);
                }
                return true;
            });
        }
        if (number("PRAGMA application_id") != form.application()) {
            throw foreign();
        }
        long version = number("PRAGMA user_version");
        if (version != form.version()) {
            throw new DatabaseException(
                    DatabaseException.Trouble.NEWER, "made by a newer version of this program (" + version + ")");
        }
    }

    private void create(DatabaseForm form) throws DatabaseException {
        if (number("SELECT count(*) FROM sqlite_schema") != 0) {
            throw foreign();
        }
        execute(form.schema());
    }

    private static DatabaseException foreign() {
        return new DatabaseException(DatabaseException.Trouble.FOREIGN, "this database holds something else");
    }

    /** Runs the work while no other thread uses this connection; after a failure the next work may find things mended. */
    public <T> T alone(Work<T> work) throws DatabaseException {
        lock.lock();
        try {
            return work.run();
        } catch (DatabaseException e) {
            forgetStatements(e);
            throw e;
        } finally {
            lock.unlock();
        }
    }

    /** Runs the work alone, and whole or not at all; the lock for writing is taken at its beginning. */
    public <T> T transaction(Work<T> work) throws DatabaseException {
        return alone(() -> {
            called(() -> statement("BEGIN IMMEDIATE").execute());
            try {
                T result = work.run();
                called(() -> statement("COMMIT").execute());
                return result;
            } catch (DatabaseException | RuntimeException e) {
                rollback(e);
                throw e;
            }
        });
    }

    /** SQLite ends some transactions by itself, as when the disk is full; then there is none to be rolled back. */
    private void rollback(Exception cause) {
        forgetStatements(cause);
        try {
            execute("ROLLBACK");
        } catch (DatabaseException e) {
            cause.addSuppressed(e);
        }
    }

    /** A statement that failed is closed by the driver. */
    private void forgetStatements(Exception cause) {
        for (PreparedStatement statement : prepared.values()) {
            try {
                statement.close();
            } catch (SQLException e) {
                cause.addSuppressed(e);
            }
        }
        prepared.clear();
    }

    /** @throws DatabaseException where the file itself is damaged */
    public void requireSound() throws DatabaseException {
        try (Rows row = query("PRAGMA quick_check(1)")) {
            String found = row.next() ? row.text(1) : "no answer";
            if (!found.equals("ok")) {
                throw DatabaseException.damaged("damaged: " + found);
            }
        }
    }

    /**
     * Asks.
     *
     * @param values for the question marks, in their order; texts, numbers, bytes, or null
     */
    public Rows query(String sql, @Nullable Object... values) throws DatabaseException {
        return new Rows(called(() -> bound(sql, values).executeQuery()));
    }

    /**
     * Changes rows.
     *
     * @param values as for {@link #query}
     * @return how many rows were changed
     */
    public int change(String sql, @Nullable Object... values) throws DatabaseException {
        return called(() -> bound(sql, values).executeUpdate());
    }

    private PreparedStatement bound(String sql, @Nullable Object... values) throws SQLException {
        PreparedStatement statement = statement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }

    /** The statement, prepared once. */
    private PreparedStatement statement(String sql) throws SQLException {
        PreparedStatement known = prepared.get(sql);
        if (known == null) {
            known = connection.prepareStatement(sql);
            prepared.put(sql, known);
        }
        return known;
    }

    /** Statements that take nothing and answer nothing. */
    public void execute(String sql) throws DatabaseException {
        called(() -> {
            try (Statement statement = connection.createStatement()) {
                return statement.executeUpdate(sql);
            }
        });
    }

    /** The number that a query answers; 0 where it answers nothing. */
    public long number(String sql) throws DatabaseException {
        return called(() -> {
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery(sql)) {
                return row.next() ? row.getLong(1) : 0;
            }
        });
    }

    private static <T> T called(Call<T> call) throws DatabaseException {
        try {
            return call.run();
        } catch (SQLException e) {
            throw DatabaseException.of(e);
        }
    }

    @Override
    public void close() throws DatabaseException {
        alone(() -> called(() -> {
            connection.close();
            return true;
        }));
    }
}
