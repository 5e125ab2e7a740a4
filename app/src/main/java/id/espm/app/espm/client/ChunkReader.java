package id.espm.app.espm.client;

import id.espm.app.espm.EspmException;
import id.espm.signer.Sha256;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Reads and hashes the next chunk of an upload while the one before is still on its way. */
final class ChunkReader implements AutoCloseable {
    private final HashedBundle bundle;
    private final ExecutorService thread = Executors.newVirtualThreadPerTaskExecutor();
    private Optional<Ahead> ahead = Optional.empty();

    ChunkReader(HashedBundle bundle) {
        this.bundle = bundle;
    }

    /** Bytes that were hashed before, and the hash of them alone. The array is not copied. */
    static final class Chunk {
        private final byte[] bytes;
        private final Sha256 sha256;

        Chunk(byte[] bytes) {
            this.bytes = bytes;
            this.sha256 = Sha256.of(bytes);
        }

        byte[] bytes() {
            return bytes;
        }

        Sha256 sha256() {
            return sha256;
        }
    }

    private record Ahead(long offset, int length, Future<Chunk> chunk) {}

    /**
     * A chunk, which may have been read already.
     *
     * @param most of bytes; one that was read ahead may have fewer
     */
    Chunk read(long offset, int most) throws EspmException, IOException, InterruptedException {
        Optional<Ahead> ready = ahead.filter(a -> a.offset() == offset && a.length() <= most);
        ahead = Optional.empty();
        return ready.isPresent() ? result(ready.get().chunk()) : hashed(offset, most);
    }

    /** What will probably be asked for next; of no length where nothing is left. */
    void expect(long offset, int length) {
        ahead = length == 0
                ? Optional.empty()
                : Optional.of(new Ahead(offset, length, thread.submit(() -> hashed(offset, length))));
    }

    private Chunk hashed(long offset, int length) throws EspmException, IOException {
        return new Chunk(bundle.read(offset, length));
    }

    private static Chunk result(Future<Chunk> future) throws EspmException, IOException, InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof EspmException problem) {
                throw problem;
            }
            if (e.getCause() instanceof IOException unreadable) {
                throw unreadable;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    /** Waits for what is being read, which takes no longer than reading does. */
    @Override
    public void close() {
        thread.close();
    }
}
