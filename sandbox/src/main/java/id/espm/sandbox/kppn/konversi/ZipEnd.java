package id.espm.sandbox.kppn.konversi;

import id.espm.sandbox.kppn.konversi.AdkContents.Form;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What the end of a ZIP says of its directory (APPNOTE.TXT 4.3.16), looked at before a library reads that directory into
 * memory.
 */
final class ZipEnd {
    private static final int LOCAL_HEADER = 0x04034b50;
    private static final int END = 0x06054b50;
    private static final int ZIP64_LOCATOR = 0x07064b50;
    private static final int LOCATOR_SIZE = 20;
    private static final int END_SIZE = 22;
    private static final int MAX_COMMENT = 0xffff;
    private static final int MAX_ENTRIES = 200;
    private static final long MAX_DIRECTORY = 1 << 20;

    private ZipEnd() {}

    static Form form(Path file) throws IOException {
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            ByteBuffer start = read(channel, 0, Math.min(4, channel.size()));
            if (start.limit() < 4 || (start.getInt(0) != LOCAL_HEADER && start.getInt(0) != END)) {
                return Form.OTHER;
            }
            long length = Math.min(channel.size(), LOCATOR_SIZE + END_SIZE + MAX_COMMENT);
            return form(read(channel, channel.size() - length, length));
        }
    }

    private static Form form(ByteBuffer tail) {
        int at = tail.limit() - END_SIZE;
        while (at >= 0 && tail.getInt(at) != END) {
            at--;
        }
        if (at < 0) {
            return Form.DAMAGED;
        }
        // ZIP64 says its numbers elsewhere; no ADK needs it.
        boolean zip64 = at >= LOCATOR_SIZE && tail.getInt(at - LOCATOR_SIZE) == ZIP64_LOCATOR;
        int entries = tail.getShort(at + 10) & 0xffff;
        long directory = Integer.toUnsignedLong(tail.getInt(at + 12));
        return zip64 || entries > MAX_ENTRIES || directory > MAX_DIRECTORY ? Form.TOO_MUCH : Form.ZIP;
    }

    private static ByteBuffer read(SeekableByteChannel channel, long at, long length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate((int) length).order(ByteOrder.LITTLE_ENDIAN);
        channel.position(at);
        int n = 0;
        while (n >= 0 && buffer.hasRemaining()) {
            n = channel.read(buffer);
        }
        return buffer.flip();
    }
}
