package id.espm.signer;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.List;

/**
 * A file as it was when it was checked: what is signed later must still be exactly this.
 *
 * @param path   where it is
 * @param size   in bytes
 * @param sha256 the hash of its bytes
 */
public record CheckedFile(Path path, long size, Sha256 sha256) {

    /** How Windows says that another program has a file open for itself (ERROR_SHARING_VIOLATION, ERROR_LOCK_VIOLATION). */
    private static final List<String> HELD = List.of("being used by another process", "locked a portion of the file");

    /**
     * Reads a file once and remembers what it was. A file that another program holds for writing may change under our hands, so
     * it is not read at all.
     *
     * @throws SignerException {@link Problem.FileUnreadable}, {@link Problem.FileInUse}
     */
    public static CheckedFile of(Path path) throws SignerException {
        MessageDigest digest = DigestAlgorithm.SHA256.newDigest();
        ByteBuffer buffer = ByteBuffer.allocate(1 << 16);
        long size = 0;
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            lock(channel, path);
            while (channel.read(buffer.clear()) >= 0) {
                buffer.flip();
                size += buffer.remaining();
                digest.update(buffer);
            }
        } catch (FileSystemException e) {
            boolean held = HELD.stream().anyMatch(String.valueOf(e.getReason())::contains);
            throw new SignerException(held ? new Problem.FileInUse(path) : new Problem.FileUnreadable(path), e);
        } catch (IOException e) {
            throw new SignerException(new Problem.FileUnreadable(path), e);
        }
        return new CheckedFile(path, size, Sha256.ofDigest(digest.digest()));
    }

    /**
     * Takes a shared lock, which a writer's own lock forbids, until the channel is closed. Some network drives know no locks,
     * and files are read there all the same; so they are where another thread of this program reads the same file.
     */
    private static void lock(FileChannel channel, Path path) throws SignerException {
        FileLock lock;
        try {
            lock = channel.tryLock(0, Long.MAX_VALUE, true);
        } catch (OverlappingFileLockException | IOException e) {
            return;
        }
        if (lock == null) {
            throw new SignerException(new Problem.FileInUse(path));
        }
    }
}
