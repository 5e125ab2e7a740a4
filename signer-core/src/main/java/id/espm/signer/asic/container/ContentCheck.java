package id.espm.signer.asic.container;

import id.espm.signer.FileRegion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;

/** Whether the entries of a ZIP are what their headers say: damaged ones are not, nor bombs under a false size. */
final class ContentCheck {
    /** Of a ZIP that is no container nothing is used, so a large one is not read through for its checksums. */
    private static final long MAX_ARCHIVE_SIZE = 1L << 30;

    private final Path file;
    private final Strictness strictness;

    ContentCheck(Path file, Strictness strictness) {
        this.file = file;
        this.strictness = strictness;
    }

    /** The first entry that does not hold what it states. */
    Optional<String> damaged(Collection<ZipArchiveEntry> entries) {
        long total = entries.stream().mapToLong(ZipArchiveEntry::getSize).sum();
        if (strictness == Strictness.ARCHIVE && total > MAX_ARCHIVE_SIZE) {
            return Optional.empty();
        }
        return entries.stream()
                .filter(entry -> !isSound(entry))
                .map(entry -> EntryNames.printable(entry.getName()))
                .findFirst();
    }

    private boolean isSound(ZipArchiveEntry entry) {
        FileRegion data = new FileRegion(file, entry.getDataOffset(), entry.getCompressedSize());
        try {
            return switch (entry.getMethod()) {
                case ZipArchiveEntry.STORED -> isStored(entry, data);
                case ZipArchiveEntry.DEFLATED -> isDeflated(entry, data);
                default -> true;
            };
        } catch (IOException e) {
            return false;
        }
    }

    /** In a strict container the manifests hash every stored byte once more, and name it better. */
    private boolean isStored(ZipArchiveEntry entry, FileRegion data) throws IOException {
        if (entry.getSize() != entry.getCompressedSize()) {
            return false;
        }
        if (strictness == Strictness.STRICT) {
            return true;
        }
        try (InputStream in = data.open()) {
            return isContent(entry, in);
        }
    }

    private boolean isDeflated(ZipArchiveEntry entry, FileRegion data) throws IOException {
        Inflater inflater = new Inflater(true);
        try (InputStream in = new InflaterInputStream(data.open(), inflater, 1 << 16)) {
            return isContent(entry, in)
                    && (strictness == Strictness.ARCHIVE || inflater.getBytesRead() == entry.getCompressedSize());
        } finally {
            inflater.end();
        }
    }

    private static boolean isContent(ZipArchiveEntry entry, InputStream in) throws IOException {
        CRC32 checksum = new CRC32();
        byte[] buffer = new byte[1 << 16];
        long size = 0;
        for (int n = in.read(buffer); n >= 0 && size <= entry.getSize(); n = in.read(buffer)) {
            checksum.update(buffer, 0, n);
            size += n;
        }
        return size == entry.getSize() && checksum.getValue() == entry.getCrc();
    }
}
