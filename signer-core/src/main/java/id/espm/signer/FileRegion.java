package id.espm.signer;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;

/**
 * A stretch of a file, such as an entry that stands uncompressed in a container: read in place, never copied.
 *
 * @param file   the file
 * @param offset where the stretch begins, in bytes
 * @param length how long it is, in bytes
 */
public record FileRegion(Path file, long offset, long length) implements ByteSource {

    /**
     * A stretch, whether or not the file is that long.
     *
     * @throws IndexOutOfBoundsException if offset or length is negative
     */
    public FileRegion {
        Objects.checkFromIndexSize(offset, length, Long.MAX_VALUE);
    }

    /** The whole of a file as long as it is now. */
    public static FileRegion whole(Path file) throws IOException {
        return new FileRegion(file, 0, Files.size(file));
    }

    /**
     * A stretch of this stretch.
     *
     * @throws IndexOutOfBoundsException if it reaches beyond this one
     */
    public FileRegion part(long from, long size) {
        Objects.checkFromIndexSize(from, size, length);
        return new FileRegion(file, offset + from, size);
    }

    /** Opens it for reading from its beginning. A file that became shorter reads as ended early. */
    @Override
    public InputStream open() throws IOException {
        return new RegionStream(FileChannel.open(file, StandardOpenOption.READ), offset, length);
    }

    /** Reads it whole; for short stretches. */
    public byte[] readAll() throws IOException {
        try (InputStream in = open()) {
            return in.readAllBytes();
        }
    }

    /** Reads large blocks at their position, with a buffer for short reads that is no larger than the stretch. */
    private static final class RegionStream extends InputStream {
        private static final int BUFFER = 1 << 16;

        private final FileChannel channel;
        private final ByteBuffer buffer;
        private long position;
        private long left;

        RegionStream(FileChannel channel, long position, long left) {
            this.channel = channel;
            this.position = position;
            this.left = left;
            this.buffer = ByteBuffer.allocate(Math.clamp(left, 1, BUFFER)).limit(0);
        }

        @Override
        public int read() throws IOException {
            return buffer.hasRemaining() || fill() ? buffer.get() & 0xff : -1;
        }

        @Override
        public int read(byte[] target, int from, int size) throws IOException {
            Objects.checkFromIndexSize(from, size, target.length);
            if (size == 0) {
                return 0;
            }
            if (!buffer.hasRemaining() && size >= buffer.capacity()) {
                return advanced(left == 0 ? -1 : channel.read(ByteBuffer.wrap(target, from, atMost(size)), position));
            }
            if (!buffer.hasRemaining() && !fill()) {
                return -1;
            }
            int n = Math.min(size, buffer.remaining());
            buffer.get(target, from, n);
            return n;
        }

        @Override
        public int available() {
            return (int) Math.min(Integer.MAX_VALUE, left + buffer.remaining());
        }

        private boolean fill() throws IOException {
            buffer.clear();
            buffer.limit(atMost(buffer.capacity()));
            int n = left == 0 ? -1 : channel.read(buffer, position);
            buffer.flip();
            return advanced(n) > 0;
        }

        private int atMost(int size) {
            return (int) Math.min(size, left);
        }

        /** What was read; a file that ended early ends the stretch. */
        private int advanced(int read) {
            if (read <= 0) {
                left = 0;
                return -1;
            }
            position += read;
            left -= read;
            return read;
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }
}
