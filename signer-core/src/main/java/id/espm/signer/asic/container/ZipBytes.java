package id.espm.signer.asic.container;

import id.espm.signer.FileRegion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Reads the fields of a ZIP where they stand. */
final class ZipBytes {
    private ZipBytes() {}

    /**
     * A stretch of the file.
     *
     * @throws IndexOutOfBoundsException if it reaches beyond the file
     */
    static ByteBuffer read(FileRegion whole, long offset, int length) throws IOException {
        try (InputStream in = whole.part(offset, length).open()) {
            return ByteBuffer.wrap(in.readNBytes(length)).order(ByteOrder.LITTLE_ENDIAN);
        }
    }

    static int unsigned16(ByteBuffer bytes, int at) {
        return Short.toUnsignedInt(bytes.getShort(at));
    }

    static long unsigned32(ByteBuffer bytes, int at) {
        return Integer.toUnsignedLong(bytes.getInt(at));
    }
}
