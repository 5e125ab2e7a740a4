package id.espm.signer.asic.container;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.archivers.zip.ZipMethod;

/**
 * Looks at a ZIP as hostile before anything in it is used (APPNOTE 6.3; ETSI EN 319 162-1, A.1): names, duplicates, sizes,
 * encryption, local headers that say something else than the central directory, and bytes that belong to no entry.
 */
final class ContainerCheck {
    private static final int MAX_ENTRIES = 1_000;
    private static final int MAX_ARCHIVE_ENTRIES = 65_535;
    private static final long MAX_SIZE = 8L << 30;
    /** Deflated text reaches 20 to 1; 1,000 to 1 is a bomb. */
    private static final long MAX_RATIO = 200;
    /** So much may be inflated of any file; of a larger one that many times its length. */
    private static final long FREELY_INFLATED = 256L << 20;

    private static final long INFLATED_RATIO = 20;

    private static final Set<Integer> METHODS = Set.of(ZipArchiveEntry.STORED, ZipArchiveEntry.DEFLATED);
    /** What archives may use besides; such entries are not opened. */
    private static final Set<Integer> ARCHIVE_METHODS = Set.of(ZipMethod.BZIP2.getCode(), ZipMethod.LZMA.getCode());

    private static final int AES = 99;
    private static final int FILE_TYPE = 0xf000;
    private static final int SYMBOLIC_LINK = 0xa000;

    private final ZipBytes whole;
    private final Strictness strictness;
    private final List<ZipArchiveEntry> entries;

    private ContainerCheck(ZipBytes whole, ZipFile zip, Strictness strictness) {
        this.whole = whole;
        this.strictness = strictness;
        this.entries = Collections.list(zip.getEntriesInPhysicalOrder());
    }

    /** What speaks against the container, if anything does, in the terms of the format. */
    static Optional<String> objection(Path file, ZipFile zip, Strictness strictness) throws IOException {
        try (ZipBytes whole = ZipBytes.open(file)) {
            ContainerCheck check = new ContainerCheck(whole, zip, strictness);
            return check.count()
                    .or(check::names)
                    .or(check::methods)
                    .or(check::sizes)
                    .or(() -> check.catching(check::firstEntry))
                    .or(() -> check.catching(check::layout));
        }
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
        boolean archive = strictness == Strictness.ARCHIVE;
        int max = archive ? MAX_ARCHIVE_ENTRIES : MAX_ENTRIES;
        return entries.size() > max || (entries.isEmpty() && !archive)
                ? Optional.of("entries: " + entries.size())
                : Optional.empty();
    }

    private Optional<String> names() {
        Set<String> taken = new HashSet<>();
        Set<String> folders = new HashSet<>();
        for (ZipArchiveEntry entry : entries) {
            String name = entry.getName();
            String printable = EntryNames.printable(name);
            if (!isAcceptable(entry)) {
                return Optional.of("name: " + printable);
            }
            if ((entry.getExternalAttributes() >>> 16 & FILE_TYPE) == SYMBOLIC_LINK) {
                return Optional.of("symbolic link: " + printable);
            }
            String key = strictness == Strictness.ARCHIVE ? name : EntryNames.key(name);
            if (!taken.add(key)) {
                return Optional.of("duplicate: " + printable);
            }
            for (int slash = key.indexOf('/'); slash >= 0; slash = key.indexOf('/', slash + 1)) {
                folders.add(key.substring(0, slash));
            }
        }
        taken.retainAll(folders);
        return strictness == Strictness.ARCHIVE || taken.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "duplicate: " + EntryNames.printable(taken.iterator().next()));
    }

    private boolean isAcceptable(ZipArchiveEntry entry) {
        String name = entry.getName();
        // Readers take a backslash for a slash, or not, by the system that wrote it.
        String raw = new String(entry.getRawName(), StandardCharsets.UTF_8);
        return switch (strictness) {
            case STRICT -> name.equals(raw) && EntryNames.isAcceptable(name) && !entry.isDirectory();
            case TOLERANT ->
                EntryNames.isHarmless(name)
                        && !raw.contains("\\")
                        && (!entry.isDirectory() || (name.length() > 1 && entry.getSize() <= 0));
            case ARCHIVE -> EntryNames.staysInside(name) && EntryNames.staysInside(raw);
        };
    }

    private Optional<String> methods() {
        for (ZipArchiveEntry entry : entries) {
            String name = EntryNames.printable(entry.getName());
            if (entry.getGeneralPurposeBit().usesEncryption()
                    || entry.getGeneralPurposeBit().usesStrongEncryption()
                    || entry.getMethod() == AES) {
                return Optional.of("encrypted: " + name);
            }
            boolean known = METHODS.contains(entry.getMethod())
                    || (strictness == Strictness.ARCHIVE && ARCHIVE_METHODS.contains(entry.getMethod()));
            if (!known) {
                return Optional.of("compression: " + name);
            }
        }
        return Optional.empty();
    }

    private Optional<String> sizes() {
        long total = 0;
        long inflated = 0;
        for (ZipArchiveEntry entry : entries) {
            String name = EntryNames.printable(entry.getName());
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
            inflated += entry.getMethod() == ZipArchiveEntry.STORED ? 0 : entry.getSize();
            if (inflated > Math.max(FREELY_INFLATED, INFLATED_RATIO * whole.length())) {
                return Optional.of("ratio: " + name);
            }
        }
        return Optional.empty();
    }

    private Optional<String> firstEntry() throws IOException {
        if (strictness != Strictness.STRICT) {
            return Optional.empty();
        }
        ZipArchiveEntry first = entries.getFirst();
        boolean sound = first.getName().equals(ContainerWriter.MIMETYPE_ENTRY)
                && first.getMethod() == ZipArchiveEntry.STORED
                && first.getSize() == ContainerWriter.MIMETYPE.length()
                && whole.read(first.getDataOffset(), ContainerWriter.MIMETYPE.length())
                        .equals(ByteBuffer.wrap(ContainerWriter.MIMETYPE.getBytes(StandardCharsets.US_ASCII)));
        return sound ? Optional.empty() : Optional.of("mimetype");
    }

    private Optional<String> layout() throws IOException {
        ZipLayout layout = new ZipLayout(whole, entries);
        return switch (strictness) {
            case STRICT -> {
                Optional<String> objection = layout.objectionToContainer(false);
                yield objection.isPresent() ? objection : layout.objectionToBookkeeping();
            }
            case TOLERANT -> layout.objectionToContainer(true);
            case ARCHIVE -> layout.objectionToArchive();
        };
    }
}
