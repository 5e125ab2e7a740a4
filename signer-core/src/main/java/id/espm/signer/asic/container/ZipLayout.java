package id.espm.signer.asic.container;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;

/** Where the entries of a ZIP stand in its file, and whether anything stands between them. */
final class ZipLayout {
    private final ZipBytes whole;
    private final List<ZipArchiveEntry> entries;

    /** @param entries in the order in which they stand */
    ZipLayout(ZipBytes whole, List<ZipArchiveEntry> entries) {
        this.whole = whole;
        this.entries = entries;
    }

    /** Which part of a ZIP that could not be opened is damaged, as far as that can be told. */
    static String whyUnreadable(Path file) throws IOException {
        try (ZipBytes whole = ZipBytes.open(file)) {
            Optional<CentralDirectory> directory = CentralDirectory.find(whole);
            if (directory.isEmpty()) {
                return "ZIP: end of central directory";
            }
            boolean listed = directory.get().isWhereStated()
                    && directory.get().lists(whole, (int) directory.get().entries());
            return listed ? "ZIP: local header" : "ZIP: central directory";
        } catch (IndexOutOfBoundsException e) {
            return "ZIP: central directory";
        }
    }

    /**
     * What speaks against a container: entry must follow entry from the first byte of the file, then the central directory, then
     * its end, and nothing else.
     *
     * @param comment whether the ZIP may have one
     */
    Optional<String> objectionToContainer(boolean comment) throws IOException {
        Optional<CentralDirectory> directory = CentralDirectory.find(whole);
        if (directory.isEmpty()
                || !directory.get().isWhereStated()
                || !directory.get().lists(whole, entries.size())) {
            return Optional.of("central directory");
        }
        long end = 0;
        for (int i = 0; i < entries.size(); i++) {
            ZipArchiveEntry entry = entries.get(i);
            String name = EntryNames.printable(entry.getName());
            if (entry.getLocalHeaderOffset() < end) {
                return Optional.of("overlap: " + name);
            }
            if (entry.getLocalHeaderOffset() > end) {
                return Optional.of("bytes outside of any entry");
            }
            LocalHeader header = new LocalHeader(whole, entry);
            if (!header.isOfEntry() || !header.statesSizes()) {
                return Optional.of("local header: " + name);
            }
            end = entry.getDataOffset() + entry.getCompressedSize();
            if (header.isStreamed()) {
                long next = i + 1 < entries.size()
                        ? entries.get(i + 1).getLocalHeaderOffset()
                        : directory.get().offset();
                if (!header.isDescriptor(end, next - end)) {
                    return Optional.of("data descriptor: " + name);
                }
                end = next;
            }
        }
        if (end != directory.get().offset()) {
            return Optional.of("bytes outside of any entry");
        }
        return directory.get().comment().isEmpty()
                        || (comment && directory.get().commentIsText())
                ? Optional.empty()
                : Optional.of("comment");
    }

    /** What speaks against a bundle besides: the order of its directory, and fields by which nobody reads content. */
    Optional<String> objectionToBookkeeping() throws IOException {
        Optional<CentralDirectory> directory = CentralDirectory.find(whole);
        return directory.isEmpty()
                ? Optional.of("central directory")
                : new Bookkeeping(whole).objection(directory.get(), entries);
    }

    /** What speaks against any ZIP: each entry has its own header and data, somewhere in the file. */
    Optional<String> objectionToArchive() throws IOException {
        Optional<CentralDirectory> directory = CentralDirectory.find(whole);
        if (directory.isPresent() && !directory.get().lists(whole, entries.size())) {
            return Optional.of("central directory");
        }
        long end = 0;
        for (ZipArchiveEntry entry : entries) {
            String name = EntryNames.printable(entry.getName());
            if (entry.getLocalHeaderOffset() < end) {
                return Optional.of("overlap: " + name);
            }
            if (!new LocalHeader(whole, entry).isOfEntry()) {
                return Optional.of("local header: " + name);
            }
            end = entry.getDataOffset() + entry.getCompressedSize();
            if (end > whole.length()) {
                return Optional.of("size: " + name);
            }
        }
        return Optional.empty();
    }
}
