package id.espm.app.database;

import java.io.IOException;
import java.io.Serial;
import java.nio.file.AccessDeniedException;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Thrown where a database cannot be opened, read or written; what it was about to change stays as it was. */
public final class DatabaseException extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    /** Codes of SQLite keep their family in the lowest byte. */
    private static final int FAMILY = 0xff;

    private static final List<String> READ_ONLY = List.of("Read-only file system", "Permission denied");

    private final Trouble trouble;

    DatabaseException(Trouble trouble, String message) {
        this(trouble, message, null);
    }

    private DatabaseException(Trouble trouble, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.trouble = trouble;
    }

    /** What is wrong. */
    public enum Trouble {
        /** The disk or a quota is full. */
        DISK_FULL,
        /** The file or its folder cannot be written to. */
        READ_ONLY,
        /** Another program held it for too long. */
        LOCKED,
        /** What it holds cannot be read. */
        DAMAGED,
        /** It is no database, or not of this kind. */
        FOREIGN,
        /** A newer version of this program made it. */
        NEWER,
        /** Anything else; the message says what. */
        OTHER
    }

    static DatabaseException of(SQLException failure) {
        return new DatabaseException(trouble(failure), said(failure), failure);
    }

    /** What it means that the file, or its folder, could not be made or opened. */
    public static DatabaseException of(IOException failure) {
        String said = said(failure);
        if (FullDisk.isMeantBy(failure)) {
            return new DatabaseException(Trouble.DISK_FULL, said, failure);
        }
        boolean readOnly =
                failure instanceof AccessDeniedException || READ_ONLY.stream().anyMatch(said::contains);
        return new DatabaseException(readOnly ? Trouble.READ_ONLY : Trouble.OTHER, said, failure);
    }

    /** What was read cannot be what this program wrote. */
    public static DatabaseException damaged(String what) {
        return new DatabaseException(Trouble.DAMAGED, what);
    }

    /** As {@link #damaged(String)}, with what was found on the way. */
    public static DatabaseException damaged(String what, Throwable cause) {
        return new DatabaseException(Trouble.DAMAGED, what, cause);
    }

    private static Trouble trouble(SQLException failure) {
        if (!(failure instanceof SQLiteException sqlite)) {
            return Trouble.OTHER;
        }
        int code = sqlite.getResultCode().code;
        // The shared memory beside the file is made as large as is needed first, so that a full disk shows here.
        if (code == SQLiteErrorCode.SQLITE_IOERR_SHMSIZE.code) {
            return Trouble.DISK_FULL;
        }
        return switch (code & FAMILY) {
            case 13 -> Trouble.DISK_FULL; // SQLITE_FULL
            case 8, 14, 3 -> Trouble.READ_ONLY; // SQLITE_READONLY, SQLITE_CANTOPEN, SQLITE_PERM
            case 5, 6 -> Trouble.LOCKED; // SQLITE_BUSY, SQLITE_LOCKED
            case 11 -> Trouble.DAMAGED; // SQLITE_CORRUPT
            case 26 -> Trouble.FOREIGN; // SQLITE_NOTADB
            default -> Trouble.OTHER;
        };
    }

    private static String said(Exception failure) {
        return Objects.requireNonNullElse(failure.getMessage(), failure.toString());
    }

    /** What is wrong. */
    public Trouble trouble() {
        return trouble;
    }
}
