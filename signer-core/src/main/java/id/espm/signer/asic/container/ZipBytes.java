package id.espm.signer.asic.container;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;

/** Reads the fields of a ZIP where they stand, as far as the file reached when it was opened. */
final class ZipBytes implements Closeable {
    private final FileChannel channel;
    private final long length;

    private ZipBytes(FileChannel channel, long length) {
        this.channel = channel;
        this.length = length;
    }

    static ZipBytes open(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        return new ZipBytes(channel, channel.size());
    }

    /** Of the whole file, in bytes. */
    long length() {
        return length;
    }

    /**
     * A stretch of the file; shorter where the file became so.
     *
     * @throws IndexOutOfBoundsException if it reaches beyond the file
     */
    ByteBuffer read(long offset, int size) throws IOException {
        Objects.checkFromIndexSize(offset, size, length);
        ByteBuffer bytes = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining() && channel.read(bytes, offset + bytes.position()) >= 0) {
            // A read may bring less than was asked for.
        }
        return bytes.flip();
    }

    static int unsigned16(ByteBuffer bytes, int at) {
        return Short.toUnsignedInt(bytes.getShort(at));
    }

    static long unsigned32(ByteBuffer bytes, int at) {
        return Integer.toUnsignedLong(bytes.getInt(at));
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
