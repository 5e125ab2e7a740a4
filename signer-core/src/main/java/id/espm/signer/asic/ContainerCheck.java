package id.espm.signer.asic;

import id.espm.signer.FileRegion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * Looks at a ZIP as hostile before anything in it is used (APPNOTE 6.3; ETSI EN 319 162-1, A.1): names, duplicates, sizes,
 * encryption, local headers that say something else than the central directory, and bytes that belong to no entry.
 */
public final class ContainerCheck {
    private static final int MAX_ENTRIES = 1_000;
    private static final long MAX_SIZE = 8L << 30;
    /** Deflated text reaches 20 to 1; 1,000 to 1 is a bomb. */
    private static final long MAX_RATIO = 200;

    private static final int LOCAL_HEADER = 0x04034b50;
    private static final int LOCAL_HEADER_SIZE = 30;
    private static final int END_RECORD = 0x06054b50;
    private static final int END_RECORD_SIZE = 22;
    /** With its signature and in ZIP64 form. */
    private static final int MAX_DATA_DESCRIPTOR = 24;

    private final Path file;
    private final List<ZipArchiveEntry> entries;

    private ContainerCheck(Path file, ZipFile zip) {
        this.file = file;
        this.entries = Collections.list(zip.getEntriesInPhysicalOrder());
    }

    /** What speaks against the container, if anything does, in the terms of the format. */
    static Optional<String> objection(Path file, ZipFile zip) throws IOException {
        ContainerCheck check = new ContainerCheck(file, zip);
        return check.count()
                .or(check::names)
                .or(check::sizes)
                .or(check::firstEntry)
                .or(() -> check.catching(check::structure));
    }

    private interface Reading {
        Optional<String> run() throws IOException;
    }

    private Optional<String> catching(Reading reading) {
        try {
            return reading.run();
        } catch (IOException | IndexOutOfBoundsException e) {
            return Optional.of("ZIP " + e.getMessage());
        }
    }

    private Optional<String> count() {
        return entries.isEmpty() || entries.size() > MAX_ENTRIES
                ? Optional.of("entries: " + entries.size())
                : Optional.empty();
    }

    private Optional<String> names() {
        Set<String> seen = new HashSet<>();
        for (ZipArchiveEntry entry : entries) {
            String name = entry.getName();
            boolean plain = name.equals(new String(entry.getRawName(), StandardCharsets.UTF_8));
            if (!plain || !EntryNames.isAcceptable(name) || entry.isDirectory() || entry.isUnixSymlink()) {
                return Optional.of("name: " + printable(name));
            }
            if (!seen.add(name.toLowerCase(Locale.ROOT))) {
                return Optional.of("duplicate: " + printable(name));
            }
        }
        return Optional.empty();
    }

    private Optional<String> sizes() {
        long total = 0;
        for (ZipArchiveEntry entry : entries) {
            String name = printable(entry.getName());
            if (entry.getGeneralPurposeBit().usesEncryption()) {
                return Optional.of("encrypted: " + name);
            }
            if (entry.getMethod() != ZipArchiveEntry.STORED && entry.getMethod() != ZipArchiveEntry.DEFLATED) {
                return Optional.of("compression: " + name);
            }
            if (entry.getSize() < 0 || entry.getCompressedSize() < 0) {
                return Optional.of("size: " + name);
            }
            if (entry.getSize() / MAX_RATIO > Math.max(entry.getCompressedSize(), 1)) {
                return Optional.of("ratio: " + name);
            }
            total += entry.getSize();
            if (total < 0 || total > MAX_SIZE) {
                return Optional.of("size: " + name);
            }
        }
        return Optional.empty();
    }

    private Optional<String> firstEntry() {
        ZipArchiveEntry first = entries.getFirst();
        boolean sound = first.getName().equals(ContainerWriter.MIMETYPE_ENTRY)
                && first.getMethod() == ZipArchiveEntry.STORED
                && first.getSize() == ContainerWriter.MIMETYPE.length();
        return sound ? Optional.empty() : Optional.of("mimetype");
    }

    /** Entry follows entry from the first byte of the file, then the central directory, then its end, and nothing else. */
    private Optional<String> structure() throws IOException {
        FileRegion whole = FileRegion.whole(file);
        long end = 0;
        for (ZipArchiveEntry entry : entries) {
            if (entry.getLocalHeaderOffset() != end || !localHeaderAgrees(whole, entry)) {
                return Optional.of("local header: " + printable(entry.getName()));
            }
            end = entry.getDataOffset() + entry.getCompressedSize() + descriptorSize(whole, entry);
        }
        byte[] mimetype = whole.part(entries.getFirst().getDataOffset(), ContainerWriter.MIMETYPE.length())
                .readAll();
        if (!Arrays.equals(mimetype, ContainerWriter.MIMETYPE.getBytes(StandardCharsets.US_ASCII))) {
            return Optional.of("mimetype");
        }
        return directoryFollows(whole, end) ? Optional.empty() : Optional.of("bytes outside of any entry");
    }

    private boolean localHeaderAgrees(FileRegion whole, ZipArchiveEntry entry) throws IOException {
        ByteBuffer header = littleEndian(whole, entry.getLocalHeaderOffset(), LOCAL_HEADER_SIZE);
        int nameLength = Short.toUnsignedInt(header.getShort(26));
        byte[] name = whole.part(entry.getLocalHeaderOffset() + LOCAL_HEADER_SIZE, nameLength)
                .readAll();
        return header.getInt(0) == LOCAL_HEADER
                && Short.toUnsignedInt(header.getShort(8)) == entry.getMethod()
                && (header.getShort(6) & 1) == 0
                && Arrays.equals(name, entry.getRawName());
    }

    /** Where sizes follow the data (bit 3), how many bytes they take. */
    private long descriptorSize(FileRegion whole, ZipArchiveEntry entry) throws IOException {
        if (!entry.getGeneralPurposeBit().usesDataDescriptor()) {
            return 0;
        }
        long dataEnd = entry.getDataOffset() + entry.getCompressedSize();
        long next = whole.length();
        for (ZipArchiveEntry other : entries) {
            if (other.getLocalHeaderOffset() >= dataEnd) {
                next = Math.min(next, other.getLocalHeaderOffset());
            }
        }
        next = Math.min(next, directoryOffset(whole));
        long size = next - dataEnd;
        return size >= 12 && size <= MAX_DATA_DESCRIPTOR ? size : 0;
    }

    private static boolean directoryFollows(FileRegion whole, long end) throws IOException {
        ByteBuffer record = endRecord(whole);
        if (record.getInt(0) != END_RECORD || record.getShort(20) != 0) {
            return false;
        }
        long size = Integer.toUnsignedLong(record.getInt(12));
        long offset = Integer.toUnsignedLong(record.getInt(16));
        boolean zip64 = offset == 0xffffffffL;
        return zip64 || (offset == end && offset + size == whole.length() - END_RECORD_SIZE);
    }

    private static long directoryOffset(FileRegion whole) throws IOException {
        long offset = Integer.toUnsignedLong(endRecord(whole).getInt(16));
        return offset == 0xffffffffL ? whole.length() : offset;
    }

    private static ByteBuffer endRecord(FileRegion whole) throws IOException {
        return littleEndian(whole, whole.length() - END_RECORD_SIZE, END_RECORD_SIZE);
    }

    private static ByteBuffer littleEndian(FileRegion whole, long offset, int length) throws IOException {
        try (InputStream in = whole.part(offset, length).open()) {
            return ByteBuffer.wrap(in.readNBytes(length)).order(ByteOrder.LITTLE_ENDIAN);
        }
    }

    private static String printable(String name) {
        return name.replaceAll("\\p{Cntrl}", "?");
    }
}
