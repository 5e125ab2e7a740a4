package id.espm.app.database;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** What a query found, one row after the other; columns count from 1. To be closed before the same query is made again. */
public final class Rows implements AutoCloseable {
    private final ResultSet found;

    Rows(ResultSet found) {
        this.found = found;
    }

    /** Goes on to the next row, to the first one at first. */
    public boolean next() throws DatabaseException {
        try {
            return found.next();
        } catch (SQLException e) {
            throw DatabaseException.of(e);
        }
    }

    /**
     * A text that is there.
     *
     * @throws DatabaseException also where there is none
     */
    public String text(int column) throws DatabaseException {
        return optionalText(column)
                .orElseThrow(() -> DatabaseException.damaged("column " + column + " of a row is empty"));
    }

    /** A text, where there is one. */
    public Optional<String> optionalText(int column) throws DatabaseException {
        try {
            return Optional.ofNullable(found.getString(column));
        } catch (SQLException e) {
            throw DatabaseException.of(e);
        }
    }

    /** A number; 0 where there is none. */
    public long number(int column) throws DatabaseException {
        try {
            return found.getLong(column);
        } catch (SQLException e) {
            throw DatabaseException.of(e);
        }
    }

    /** Bytes; empty where there are none. */
    public byte[] bytes(int column) throws DatabaseException {
        try {
            return Optional.ofNullable(found.getBytes(column)).orElseGet(() -> new byte[0]);
        } catch (SQLException e) {
            throw DatabaseException.of(e);
        }
    }

    @Override
    public void close() throws DatabaseException {
        try {
            found.close();
        } catch (SQLException e) {
            throw DatabaseException.of(e);
        }
    }
}
