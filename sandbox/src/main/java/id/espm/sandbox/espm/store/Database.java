package id.espm.sandbox.espm.store;

import id.espm.sandbox.espm.problem.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.locks.ReentrantLock;

/**
 * One SQLite file in WAL mode, flushed to disk with every commit. SQLite has one writer at a time anyway, so that one
 * connection behind a lock is all that is needed; every use is one transaction.
 */
public final class Database implements AutoCloseable {
    private static final String SCHEMA = "schema.sql";

    private final Connection connection;
    private final ReentrantLock lock = new ReentrantLock(true);

    private Database(Connection connection) {
        this.connection = connection;
    }

    /** What happens within one transaction. */
    @FunctionalInterface
    public interface Work<T> {
        T run(Connection connection) throws SQLException, Refusal;
    }

    /**
     * Opens the database, and makes it when it is not there.
     *
     * @throws IOException when the file cannot be used
     */
    public static Database open(Path file) throws IOException {
        try {
            Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
            try (Statement statement = connection.createStatement()) {
                statement.execute("PRAGMA journal_mode=WAL");
                statement.execute("PRAGMA synchronous=FULL");
                statement.execute("PRAGMA foreign_keys=ON");
                statement.execute("PRAGMA busy_timeout=5000");
                for (String sql : schema().split(";", -1)) {
                    if (!sql.isBlank()) {
                        statement.execute(sql);
                    }
                }
            }
            connection.setAutoCommit(false);
            return new Database(connection);
        } catch (SQLException e) {
            throw new IOException("cannot open the database " + file, e);
        }
    }

    /**
     * Runs the work whole or not at all.
     *
     * @throws Refusal when the work refuses; nothing is changed then
     */
    public <T> T transaction(Work<T> work) throws Refusal {
        lock.lock();
        try {
            boolean done = false;
            try {
                T result = work.run(connection);
                connection.commit();
                done = true;
                return result;
            } finally {
                if (!done) {
                    connection.rollback();
                }
            }
        } catch (SQLException e) {
            throw new StoreException("database", e);
        } finally {
            lock.unlock();
        }
    }

    /** A transaction that refuses nothing. */
    public <T> T read(Query<T> query) {
        try {
            return transaction(query::run);
        } catch (Refusal e) {
            throw new IllegalStateException("a query does not refuse", e);
        }
    }

    /** Work that refuses nothing. */
    @FunctionalInterface
    public interface Query<T> {
        T run(Connection connection) throws SQLException;
    }

    @Override
    public void close() {
        lock.lock();
        try {
            connection.close();
        } catch (SQLException e) {
            throw new StoreException("closing the database", e);
        } finally {
            lock.unlock();
        }
    }

    private static String schema() {
        try (InputStream in = Database.class.getResourceAsStream(SCHEMA)) {
            if (in == null) {
                throw new IllegalStateException(SCHEMA + " is not on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
