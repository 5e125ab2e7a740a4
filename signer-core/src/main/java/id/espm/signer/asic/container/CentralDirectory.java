package id.espm.signer.asic.container;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where the central directory stands by the records at the end of the file (APPNOTE 4.3.14 to 4.3.16).
 *
 * @param offset  its first byte
 * @param size    in bytes
 * @param entries how many it lists
 * @param end     where the records begin that state this
 * @param comment of the whole ZIP
 */
record CentralDirectory(long offset, long size, long entries, long end, String comment) {
    private static final int HEADER = 0x02014b50;
    private static final int HEADER_SIZE = 46;
    private static final int END_RECORD = 0x06054b50;
    private static final int END_RECORD_SIZE = 22;
    private static final int ZIP64_LOCATOR = 0x07064b50;
    private static final int ZIP64_LOCATOR_SIZE = 20;
    private static final int ZIP64_RECORD = 0x06064b50;
    private static final int ZIP64_RECORD_SIZE = 56;
    /** In bytes; a media type or the name of a program takes less. */
    private static final int MAX_COMMENT = 1_000;

    private static final Pattern PLAIN_TEXT = Pattern.compile("[^\\p{Cntrl}]*");

    /** The directory, if the file ends with its records. */
    static Optional<CentralDirectory> find(ZipBytes whole) throws IOException {
        int length = (int) Math.min(END_RECORD_SIZE + MAX_COMMENT, whole.length());
        long tailAt = whole.length() - length;
        ByteBuffer tail = whole.read(tailAt, length);
        for (int at = length - END_RECORD_SIZE; at >= 0; at--) {
            int commentLength = length - END_RECORD_SIZE - at;
            if (tail.getInt(at) == END_RECORD && ZipBytes.unsigned16(tail, at + 20) == commentLength) {
                byte[] comment = new byte[commentLength];
                tail.get(at + END_RECORD_SIZE, comment);
                ByteBuffer record = tail.slice(at, END_RECORD_SIZE).order(tail.order());
                return of(whole, tailAt + at, record, new String(comment, StandardCharsets.UTF_8));
            }
        }
        return Optional.empty();
    }

    private static Optional<CentralDirectory> of(ZipBytes whole, long at, ByteBuffer record, String comment)
            throws IOException {
        CentralDirectory stated = new CentralDirectory(
                ZipBytes.unsigned32(record, 16),
                ZipBytes.unsigned32(record, 12),
                ZipBytes.unsigned16(record, 10),
                at,
                comment);
        boolean oneDisk = record.getInt(4) == 0 && record.getShort(8) == record.getShort(10);
        long locatorAt = at - ZIP64_LOCATOR_SIZE;
        if (locatorAt >= 0) {
            ByteBuffer locator = whole.read(locatorAt, ZIP64_LOCATOR_SIZE);
            if (locator.getInt(0) == ZIP64_LOCATOR) {
                return zip64(whole, locator.getLong(8), locatorAt, stated);
            }
        }
        return oneDisk ? Optional.of(stated) : Optional.empty();
    }

    /** What both records say must be the same, as far as the shorter one can say it. */
    private static Optional<CentralDirectory> zip64(
            ZipBytes whole, long recordAt, long locatorAt, CentralDirectory stated) throws IOException {
        ByteBuffer record = whole.read(recordAt, ZIP64_RECORD_SIZE);
        CentralDirectory wide = new CentralDirectory(
                record.getLong(48), record.getLong(40), record.getLong(32), recordAt, stated.comment());
        boolean sound = record.getInt(0) == ZIP64_RECORD
                && recordAt + 12 + record.getLong(4) == locatorAt
                && record.getLong(16) == 0
                && record.getLong(24) == record.getLong(32)
                && (stated.offset() == 0xffffffffL || stated.offset() == wide.offset())
                && (stated.size() == 0xffffffffL || stated.size() == wide.size())
                && (stated.entries() == 0xffff || stated.entries() == wide.entries());
        return sound ? Optional.of(wide) : Optional.empty();
    }

    /** Whether it stands directly before its records, at the offset that they state. */
    boolean isWhereStated() {
        return offset + size == end;
    }

    /** Whether it lists just so many entries, one after the other up to its records, each with sound extra fields. */
    boolean lists(ZipBytes whole, int expected) throws IOException {
        long at = end - size;
        for (long i = 0; i < entries && at < end; i++) {
            ByteBuffer header = whole.read(at, HEADER_SIZE);
            int nameLength = ZipBytes.unsigned16(header, 28);
            int extraLength = ZipBytes.unsigned16(header, 30);
            if (header.getInt(0) != HEADER || !areSound(whole.read(at + HEADER_SIZE + nameLength, extraLength))) {
                return false;
            }
            at += HEADER_SIZE + nameLength + extraLength + ZipBytes.unsigned16(header, 32);
        }
        return entries == expected && at == end;
    }

    /** The fixed part of each header that it lists, in its order. */
    List<ByteBuffer> headers(ZipBytes whole) throws IOException {
        List<ByteBuffer> headers = new ArrayList<>();
        long at = end - size;
        for (long i = 0; i < entries; i++) {
            ByteBuffer header = whole.read(at, HEADER_SIZE);
            headers.add(header);
            at += HEADER_SIZE
                    + ZipBytes.unsigned16(header, 28)
                    + ZipBytes.unsigned16(header, 30)
                    + ZipBytes.unsigned16(header, 32);
        }
        return headers;
    }

    /** Whether no extra field is longer than there is room (APPNOTE 4.5.1). */
    private static boolean areSound(ByteBuffer extra) {
        int at = 0;
        while (at + 4 <= extra.limit()) {
            at += 4 + ZipBytes.unsigned16(extra, at + 2);
        }
        return at <= extra.limit();
    }

    /** Whether the comment is text, such as the media type (ETSI EN 319 162-1, A.1), and no second ZIP. */
    boolean commentIsText() {
        return PLAIN_TEXT.matcher(comment).matches();
    }
}
