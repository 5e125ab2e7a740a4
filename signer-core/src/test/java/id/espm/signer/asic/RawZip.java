package id.espm.signer.asic;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;

/** A ZIP of stored entries, written byte by byte, so that any of its fields can lie. */
final class RawZip {
    private static final int UTF_8 = 1 << 11;

    final List<Entry> entries = new ArrayList<>();
    byte[] before = new byte[0];
    byte[] behind = new byte[0];
    byte[] comment = new byte[0];
    boolean zip64;
    int zip64Lie;
    int countLie;

    /** One entry; each field may be changed before it is written. */
    static final class Entry {
        byte[] localName;
        byte[] centralName;
        byte[] content;
        int flags = UTF_8;
        int method;
        int localMethod;
        long size;
        long compressed;
        long localSize;
        long crc;
        long localCrc;
        int attributes;
        long offset = -1;
        byte[] gap = new byte[0];
        byte[] descriptor = new byte[0];
        byte[] localExtra = new byte[0];
        byte[] centralExtra = new byte[0];
    }

    Entry add(String name, String content) {
        return add(name.getBytes(StandardCharsets.UTF_8), content.getBytes(StandardCharsets.UTF_8));
    }

    Entry add(byte[] name, byte[] content) {
        CRC32 crc = new CRC32();
        crc.update(content);
        Entry entry = new Entry();
        entry.localName = name;
        entry.centralName = name;
        entry.content = content;
        entry.size = content.length;
        entry.compressed = content.length;
        entry.localSize = content.length;
        entry.crc = crc.getValue();
        entry.localCrc = crc.getValue();
        entries.add(entry);
        return entry;
    }

    /** The descriptor of an entry whose sizes follow its data. */
    static byte[] descriptor(long crc, long size) {
        return littleEndian(16)
                .putInt(0x08074b50)
                .putInt((int) crc)
                .putInt((int) size)
                .putInt((int) size)
                .array();
    }

    /** The ZIP64 field of a local header. */
    static byte[] zip64Field(long size) {
        return littleEndian(20)
                .putShort((short) 1)
                .putShort((short) 16)
                .putLong(size)
                .putLong(size)
                .array();
    }

    byte[] bytes() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream directory = new ByteArrayOutputStream();
        out.write(before);
        for (Entry entry : entries) {
            out.write(entry.gap);
            long offset = entry.offset >= 0 ? entry.offset : out.size();
            if (entry.offset < 0) {
                out.write(local(entry));
                out.write(entry.content);
                out.write(entry.descriptor);
            }
            directory.write(central(entry, offset));
        }
        int start = out.size();
        out.write(directory.toByteArray());
        int end = out.size();
        if (zip64) {
            out.write(zip64Records(start, end));
        }
        int count = entries.size() + countLie;
        out.write(littleEndian(22)
                .putInt(0x06054b50)
                .putInt(0)
                .putShort((short) count)
                .putShort((short) count)
                .putInt(end - start)
                .putInt(zip64 ? -1 : start)
                .putShort((short) comment.length)
                .array());
        out.write(comment);
        out.write(behind);
        return out.toByteArray();
    }

    private byte[] zip64Records(int start, int end) {
        return littleEndian(76)
                .putInt(0x06064b50)
                .putLong(44)
                .putShort((short) 45)
                .putShort((short) 45)
                .putLong(0)
                .putLong(entries.size())
                .putLong(entries.size() + zip64Lie)
                .putLong(end - start)
                .putLong(start)
                .putInt(0x07064b50)
                .putInt(0)
                .putLong(end)
                .putInt(1)
                .array();
    }

    private static byte[] local(Entry entry) {
        return littleEndian(30 + entry.localName.length + entry.localExtra.length)
                .putInt(0x04034b50)
                .putShort((short) 20)
                .putShort((short) entry.flags)
                .putShort((short) entry.localMethod)
                .putInt(0x5a21_0000)
                .putInt((int) entry.localCrc)
                .putInt((int) entry.localSize)
                .putInt((int) entry.localSize)
                .putShort((short) entry.localName.length)
                .putShort((short) entry.localExtra.length)
                .put(entry.localName)
                .put(entry.localExtra)
                .array();
    }

    private static byte[] central(Entry entry, long offset) {
        return littleEndian(46 + entry.centralName.length + entry.centralExtra.length)
                .putInt(0x02014b50)
                .putShort((short) (3 << 8 | 20))
                .putShort((short) 20)
                .putShort((short) entry.flags)
                .putShort((short) entry.method)
                .putInt(0x5a21_0000)
                .putInt((int) entry.crc)
                .putInt((int) entry.compressed)
                .putInt((int) entry.size)
                .putShort((short) entry.centralName.length)
                .putShort((short) entry.centralExtra.length)
                .putShort((short) 0)
                .putInt(0)
                .putInt(entry.attributes)
                .putInt((int) offset)
                .put(entry.centralName)
                .put(entry.centralExtra)
                .array();
    }

    private static ByteBuffer littleEndian(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }
}
