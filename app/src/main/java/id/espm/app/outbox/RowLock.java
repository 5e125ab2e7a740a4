package id.espm.app.outbox;

import id.espm.app.espm.EspmException;
import id.espm.app.espm.EspmProblem;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps a row to one thread of one process. The system lets go of it with the process, however that ends; the file stays,
 * empty, for to remove it would let two hold a lock on two files of one name.
 */
final class RowLock implements AutoCloseable {
    /**
     * What this process holds. POSIX systems release every lock that a process has on a file as soon as it closes the file
     * anywhere: a thread that looks whether it is locked must not even open it. It is the process's, so it is static.
     */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    /** Behind all that is ever written: where locks are mandatory, the number of the process can still be read. */
    private static final long POSITION = 1L << 40;

    private static final int LONGEST_NUMBER = 20;

    private final OutboxRow.Key key;
    private final Path file;
    private final RandomAccessFile open;

    private RowLock(OutboxRow.Key key, Path file, RandomAccessFile open) {
        this.key = key;
        this.file = file;
        this.open = open;
    }

    /**
     * Takes the lock of a row.
     *
     * @param locks where locks are kept; made if it is not there
     * @throws EspmException {@link EspmProblem.BeingSent}
     */
    static RowLock take(Path locks, OutboxRow row) throws EspmException, IOException {
        Files.createDirectories(locks);
        Path file = locks.toRealPath().resolve(row.key().sha256().hex() + ".lock");
        if (!HELD.add(file)) {
            throw beingSent(row, ProcessHandle.current().pid());
        }
        boolean taken = false;
        try {
            RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw");
            try {
                taken = lock(open);
            } finally {
                if (!taken) {
                    open.close();
                }
            }
            if (!taken) {
                throw beingSent(row, holder(file));
            }
            return new RowLock(row.key(), file, open);
        } finally {
            if (!taken) {
                HELD.remove(file);
            }
        }
    }

    private static boolean lock(RandomAccessFile open) throws IOException {
        try {
            if (open.getChannel().tryLock(POSITION, 1, false) == null) {
                return false;
            }
        } catch (OverlappingFileLockException e) {
            throw new IllegalStateException("locked by this process, but not by a " + RowLock.class.getSimpleName(), e);
        }
        open.setLength(0);
        open.write(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII));
        return true;
    }

    /** Who has it, as far as that can be told. */
    private static long holder(Path file) {
        try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "r")) {
            byte[] said = new byte[LONGEST_NUMBER];
            int length = Math.max(0, open.read(said));
            return Long.parseLong(new String(said, 0, length, StandardCharsets.US_ASCII));
        } catch (IOException | NumberFormatException e) {
            return 0;
        }
    }

    private static EspmException beingSent(OutboxRow row, long process) {
        return new EspmException(new EspmProblem.BeingSent(row.bundle(), process));
    }

    /** Of the row that is held. */
    OutboxRow.Key key() {
        return key;
    }

    @Override
    public void close() throws IOException {
        try (open) {
            open.setLength(0);
        } finally {
            HELD.remove(file);
        }
    }
}
