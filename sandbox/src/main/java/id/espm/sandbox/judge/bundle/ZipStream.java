package id.espm.sandbox.judge.bundle;

import id.espm.sandbox.judge.bundle.UnsafeBundleException.Reason;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;

/**
 * A ZIP can say one thing in its central directory and another in its local headers, and two readers then see two
 * different bundles. This compares the two: same offsets from the first byte on, same names, sizes and CRCs, no gaps.
 */
final class ZipStream {
    private static final int LOCAL_HEADER = 0x04034b50;
    private static final int CENTRAL_HEADER = 0x02014b50;
    private static final int DATA_DESCRIPTOR = 0x08074b50;
    private static final int ENCRYPTED = 1;
    private static final int DESCRIPTOR_FOLLOWS = 8;

    private final InputStream in;

    private ZipStream(InputStream in) {
        this.in = in;
    }

    static void checkAgrees(Path bundle, List<? extends ZipEntry> directory) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(bundle), 1 << 16)) {
            ZipStream stream = new ZipStream(in);
            for (ZipEntry entry : directory) {
                stream.skipEntry(entry);
            }
            if (stream.readInt() != CENTRAL_HEADER) {
                throw new UnsafeBundleException(Reason.NOT_A_ZIP, "");
            }
        }
    }

    private void skipEntry(ZipEntry entry) throws IOException {
        require(readInt() == LOCAL_HEADER, entry);
        readShort();
        int flags = readShort();
        require((flags & ENCRYPTED) == 0, entry);
        require(readShort() == entry.getMethod(), entry);
        readInt();
        boolean descriptor = (flags & DESCRIPTOR_FOLLOWS) != 0;
        int crc = readInt();
        long compressed = Integer.toUnsignedLong(readInt());
        long size = Integer.toUnsignedLong(readInt());
        int nameLength = readShort();
        int extraLength = readShort();
        String name = new String(in.readNBytes(nameLength), StandardCharsets.UTF_8);
        require(name.equals(entry.getName()), entry);
        in.skipNBytes(extraLength);
        if (!descriptor) {
            require(
                    crc == (int) entry.getCrc() && compressed == entry.getCompressedSize() && size == entry.getSize(),
                    entry);
        }
        in.skipNBytes(entry.getCompressedSize());
        if (descriptor) {
            skipDescriptor(entry);
        }
    }

    /** CRC and both sizes, after a signature that writers may leave out (APPNOTE 4.3.9); bundles are below 4 GiB. */
    private void skipDescriptor(ZipEntry entry) throws IOException {
        int first = readInt();
        int crc = first == DATA_DESCRIPTOR ? readInt() : first;
        require(crc == (int) entry.getCrc(), entry);
        require(Integer.toUnsignedLong(readInt()) == entry.getCompressedSize(), entry);
        require(Integer.toUnsignedLong(readInt()) == entry.getSize(), entry);
    }

    private static void require(boolean condition, ZipEntry entry) throws UnsafeBundleException {
        if (!condition) {
            throw new UnsafeBundleException(Reason.NOT_A_ZIP, entry.getName());
        }
    }

    private int readShort() throws IOException {
        byte[] b = in.readNBytes(2);
        if (b.length < 2) {
            throw new UnsafeBundleException(Reason.NOT_A_ZIP, "");
        }
        return (b[0] & 0xff) | (b[1] & 0xff) << 8;
    }

    private int readInt() throws IOException {
        int low = readShort();
        return low | readShort() << 16;
    }
}
