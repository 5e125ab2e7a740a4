package id.espm.signer.pdf.structure;

import id.espm.signer.FileRegion;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/** Reads short stretches anywhere in a file. A short file is read once and held. */
final class FileBytes implements Closeable {
    private static final int HELD = 512 << 10;
    /** What is read is rarely alone. */
    private static final int LEAST = 1 << 13;

    private final FileChannel channel;
    private FileRegion region;
    private byte[] held = {};
    private long heldFrom;

    private FileBytes(FileChannel channel, FileRegion region) {
        this.channel = channel;
        this.region = region;
    }

    static FileBytes open(FileRegion region) throws IOException {
        FileBytes bytes = new FileBytes(FileChannel.open(region.file(), StandardOpenOption.READ), region);
        if (region.length() <= HELD) {
            bytes.hold(0, (int) region.length());
        }
        return bytes;
    }

    /** Takes a later byte for the first: positions count from the header (ISO 32000-2, 7.5.2). */
    void startAt(long offset) {
        region = region.part(offset, region.length() - offset);
        held = new byte[0];
    }

    long length() {
        return region.length();
    }

    /**
     * The bytes from a position on, at most as many as asked for; fewer where the file ends.
     *
     * @throws Unusual if the position is outside the file
     */
    byte[] read(long from, int size) throws IOException {
        if (from < 0 || from > region.length()) {
            throw new Unusual("position " + from + " of " + region.length());
        }
        int wanted = (int) Math.min(size, region.length() - from);
        if (from < heldFrom || from + wanted > heldFrom + held.length) {
            hold(from, (int) Math.min(Math.max(wanted, LEAST), region.length() - from));
        }
        int start = (int) (from - heldFrom);
        return Arrays.copyOfRange(held, start, start + wanted);
    }

    private void hold(long from, int size) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(size);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, region.offset() + from + buffer.position()) < 0) {
                throw new Unusual("the file became shorter");
            }
        }
        held = buffer.array();
        heldFrom = from;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
