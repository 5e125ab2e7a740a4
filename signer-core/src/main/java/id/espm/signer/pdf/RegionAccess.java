package id.espm.signer.pdf;

import id.espm.signer.FileRegion;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.io.RandomAccessReadView;

/**
 * Lets PDFBox read a stretch of a file in place, such as a PDF that stands in a container. PDFBox's own view of a stretch
 * cannot be viewed again, which object streams need.
 */
final class RegionAccess implements RandomAccessRead {
    private static final int BLOCK = 1 << 14;
    /** What is read in so many places is read whole, if it is not longer than a part of the heap. */
    private static final int MANY = 256;

    private static final int PART_OF_HEAP = 16;

    private final FileChannel channel;
    private final FileRegion region;
    private final boolean owner;
    private final ReadBudget budget;
    private ByteBuffer buffer = ByteBuffer.allocate(BLOCK);
    private int fills;
    /** Where in the region the buffer's first byte stands. */
    private long bufferStart;

    private long position;
    private boolean closed;

    private RegionAccess(FileChannel channel, FileRegion region, boolean owner, ReadBudget budget) {
        this.channel = channel;
        this.region = region;
        this.owner = owner;
        this.budget = budget;
        buffer.limit(0);
    }

    static RegionAccess open(FileRegion region) throws IOException {
        return open(region, ReadBudget.usual(region.length()));
    }

    static RegionAccess open(FileRegion region, ReadBudget budget) throws IOException {
        return new RegionAccess(FileChannel.open(region.file(), StandardOpenOption.READ), region, true, budget);
    }

    @Override
    public int read() throws IOException {
        if (!fill()) {
            return -1;
        }
        budget.spend(1);
        return buffer.get((int) (position++ - bufferStart)) & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, target.length);
        int done = 0;
        while (done < length && fill()) {
            int at = (int) (position - bufferStart);
            int n = Math.min(length - done, buffer.limit() - at);
            buffer.get(at, target, offset + done, n);
            done += n;
            position += n;
        }
        budget.spend(done);
        return done == 0 && length > 0 ? -1 : done;
    }

    /** Makes the byte at the position available, if there is one. */
    private boolean fill() throws IOException {
        requireOpen();
        if (position >= region.length()) {
            return false;
        }
        if (position >= bufferStart && position < bufferStart + buffer.limit()) {
            return true;
        }
        boolean whole =
                ++fills == MANY && region.length() <= Runtime.getRuntime().maxMemory() / PART_OF_HEAP;
        if (whole) {
            buffer = ByteBuffer.allocate((int) region.length());
        }
        return fill(whole ? 0 : position) && position < bufferStart + buffer.limit();
    }

    private boolean fill(long start) throws IOException {
        bufferStart = start;
        buffer.clear().limit((int) Math.min(buffer.capacity(), region.length() - start));
        while (buffer.hasRemaining() && channel.read(buffer, region.offset() + start + buffer.position()) > 0) {
            // A channel may give less than was asked for.
        }
        buffer.flip();
        return buffer.hasRemaining();
    }

    @Override
    public long getPosition() throws IOException {
        requireOpen();
        return position;
    }

    @Override
    public void seek(long target) throws IOException {
        requireOpen();
        if (target < 0) {
            throw new IOException("position " + target);
        }
        position = Math.min(target, region.length());
    }

    @Override
    public long length() throws IOException {
        requireOpen();
        return region.length();
    }

    @Override
    public boolean isClosed() {
        return closed;
    }

    @Override
    public boolean isEOF() throws IOException {
        requireOpen();
        return position >= region.length();
    }

    @Override
    public RandomAccessReadView createView(long start, long length) throws IOException {
        requireOpen();
        if (start < 0 || length < 0 || start > region.length() - length) {
            throw new IOException("view " + start + "+" + length + " of " + region.length());
        }
        return new RandomAccessReadView(new RegionAccess(channel, region, false, budget), start, length, true);
    }

    private void requireOpen() throws IOException {
        if (closed) {
            throw new IOException("closed");
        }
    }

    @Override
    public void close() throws IOException {
        closed = true;
        if (owner) {
            channel.close();
        }
    }
}
