package id.espm.signer.asic.container;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;

/**
 * The header before an entry's data (APPNOTE 4.3.7), by which some readers go; what it says must be what the central directory
 * says, or two readers see two contents.
 */
final class LocalHeader {
    private static final int SIGNATURE = 0x04034b50;
    static final int SIZE = 30;
    private static final int DESCRIPTOR_SIGNATURE = 0x08074b50;
    /** The sizes follow the data. */
    private static final int STREAMED = 1 << 3;
    /** Encrypted, strongly encrypted, header masked. */
    private static final int ENCRYPTION = 1 | 1 << 6 | 1 << 13;

    private static final int ZIP64_FIELD = 1;
    private static final long IN_ZIP64_FIELD = 0xffffffffL;

    private final ZipBytes whole;
    private final ZipArchiveEntry entry;
    private final ByteBuffer header;
    private final int nameLength;
    private final int extraLength;

    LocalHeader(ZipBytes whole, ZipArchiveEntry entry) throws IOException {
        this.whole = whole;
        this.entry = entry;
        this.header = whole.read(entry.getLocalHeaderOffset(), SIZE);
        this.nameLength = ZipBytes.unsigned16(header, 26);
        this.extraLength = ZipBytes.unsigned16(header, 28);
    }

    /** Whether it is of this entry: the same name and method, and its data not encrypted. */
    boolean isOfEntry() throws IOException {
        long nameAt = entry.getLocalHeaderOffset() + SIZE;
        return header.getInt(0) == SIGNATURE
                && ZipBytes.unsigned16(header, 8) == entry.getMethod()
                && (header.getShort(6) & ENCRYPTION) == 0
                && entry.getDataOffset() == nameAt + nameLength + extraLength
                && Arrays.equals(whole.read(nameAt, nameLength).array(), entry.getRawName());
    }

    /** Whether checksum and sizes are those of the central directory, or left for after the data where that is said. */
    boolean statesSizes() throws IOException {
        boolean streamed = isStreamed();
        if (streamed != entry.getGeneralPurposeBit().usesDataDescriptor()) {
            return false;
        }
        long uncompressed = ZipBytes.unsigned32(header, 22);
        long compressed = ZipBytes.unsigned32(header, 18);
        ByteBuffer zip64 = zip64Field();
        if (zip64.limit() >= 16 && uncompressed == IN_ZIP64_FIELD && compressed == IN_ZIP64_FIELD) {
            uncompressed = zip64.getLong(0);
            compressed = zip64.getLong(8);
        }
        return agrees(ZipBytes.unsigned32(header, 14), entry.getCrc(), streamed)
                && agrees(compressed, entry.getCompressedSize(), streamed)
                && agrees(uncompressed, entry.getSize(), streamed);
    }

    private static boolean agrees(long stated, long listed, boolean streamed) {
        return stated == listed || (streamed && (stated == 0 || stated == IN_ZIP64_FIELD));
    }

    boolean isStreamed() {
        return (header.getShort(6) & STREAMED) != 0;
    }

    /** Whether a stretch behind the data is the descriptor that states its sizes (APPNOTE 4.3.9), with or without signature. */
    boolean isDescriptor(long at, long length) throws IOException {
        if (length != 12 && length != 16 && length != 20 && length != 24) {
            return false;
        }
        ByteBuffer descriptor = whole.read(at, (int) length);
        boolean marked = length % 8 == 0;
        if (marked && descriptor.getInt(0) != DESCRIPTOR_SIGNATURE) {
            return false;
        }
        int from = marked ? 4 : 0;
        boolean wide = length >= 20;
        long compressed = wide ? descriptor.getLong(from + 4) : ZipBytes.unsigned32(descriptor, from + 4);
        long uncompressed = wide ? descriptor.getLong(from + 12) : ZipBytes.unsigned32(descriptor, from + 8);
        return ZipBytes.unsigned32(descriptor, from) == entry.getCrc()
                && compressed == entry.getCompressedSize()
                && uncompressed == entry.getSize();
    }

    /** The first ZIP64 field among the extra ones (APPNOTE 4.5.3), or nothing. */
    private ByteBuffer zip64Field() throws IOException {
        ByteBuffer extra = whole.read(entry.getLocalHeaderOffset() + SIZE + nameLength, extraLength);
        int at = 0;
        while (at + 4 <= extra.limit()) {
            int length = ZipBytes.unsigned16(extra, at + 2);
            if (ZipBytes.unsigned16(extra, at) == ZIP64_FIELD && at + 4 + length <= extra.limit()) {
                return extra.slice(at + 4, length).order(extra.order());
            }
            at += 4 + length;
        }
        return ByteBuffer.allocate(0);
    }
}
