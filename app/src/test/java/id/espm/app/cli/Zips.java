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
        byte[] bytes = Files.readAllBytes(zip);
        try (ZipFile file = ZipFile.builder().setPath(zip).get()) {
            ZipArchiveEntry found = file.getEntry(entry);
            bytes[Math.toIntExact(found.getDataOffset() + found.getCompressedSize() / 2)] ^= 0x01;
        }
        return Files.write(copy, bytes);
    }
}
