package id.espm.app.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** Takes bundles apart, and damages them. */
final class Zips {
    private Zips() {}

    static List<String> entries(Path zip) throws IOException {
        try (ZipFile file = ZipFile.builder().setPath(zip).get()) {
            return Collections.list(file.getEntries()).stream()
                    .map(ZipArchiveEntry::getName)
                    .toList();
        }
    }

    static Path unpack(Path zip, Path folder) throws IOException {
        try (ZipFile file = ZipFile.builder().setPath(zip).get()) {
            List<ZipArchiveEntry> entries = new ArrayList<>(Collections.list(file.getEntries()));
            for (ZipArchiveEntry entry : entries) {
                Path target = folder.resolve(entry.getName());
                Files.createDirectories(target.getParent());
                try (InputStream in = file.getInputStream(entry)) {
                    Files.copy(in, target);
                }
            }
        }
        return folder;
    }

    /** A copy in which one bit in the middle of an entry's bytes is another. */
    static Path flip(Path zip, String entry, Path copy) throws IOException {
        try (ZipFile file = ZipFile.builder().setPath(zip).get()) {
            return flip(zip, entry, Math.toIntExact(file.getEntry(entry).getCompressedSize() / 2), copy);
        }
    }

    /** As {@link #flip(Path, String, Path)}, at a place of one's own choice. */
    static Path flip(Path zip, String entry, int at, Path copy) throws IOException {
        byte[] bytes = Files.readAllBytes(zip);
        try (ZipFile file = ZipFile.builder().setPath(zip).get()) {
            bytes[Math.toIntExact(file.getEntry(entry).getDataOffset() + at)] ^= 0x01;
        }
        return Files.write(copy, bytes);
    }
}
