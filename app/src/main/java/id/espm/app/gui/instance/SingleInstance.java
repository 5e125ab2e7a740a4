package id.espm.app.gui.instance;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The right to be the one window of a settings folder (ADR-0019). It is a lock on {@code window.lock}, which the system lets go
 * of when the program ends, however that happens. Beside it {@code window.address} says where the window listens.
 */
public final class SingleInstance implements AutoCloseable {
    private static final String LOCK = "window.lock";

    private final FileChannel channel;
    private final FileLock lock;
    private final Path folder;
    private Optional<HandOverServer> server = Optional.empty();

    private SingleInstance(FileChannel channel, FileLock lock, Path folder) {
        this.channel = channel;
        this.lock = lock;
        this.folder = folder;
    }

    /**
     * Takes the right, if nobody has it.
     *
     * @param folder the settings folder; made if it is missing
     * @return empty if another window is open
     */
    public static Optional<SingleInstance> take(Path folder) throws IOException {
        Files.createDirectories(folder);
        FileChannel channel =
                FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        boolean taken = false;
        try {
            FileLock lock = channel.tryLock();
            taken = lock != null;
            return taken ? Optional.of(new SingleInstance(channel, lock, folder)) : Optional.empty();
        } catch (OverlappingFileLockException e) {
            // The same program has it already, such as in a test.
            return Optional.empty();
        } finally {
            if (!taken) {
                channel.close();
            }
        }
    }

    /**
     * Begins to listen for later starts.
     *
     * @param files hears, on another thread, which files were handed over; none where somebody only wanted the window
     */
    public void listen(Consumer<List<Path>> files) throws IOException {
        server = Optional.of(HandOverServer.start(folder, files));
    }

    @Override
    public void close() throws IOException {
        try (channel;
                lock) {
            if (server.isPresent()) {
                server.get().close();
            }
        }
    }
}
