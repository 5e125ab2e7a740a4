package id.espm.app.verification;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Finds the entry of a container whose compressed bytes are damaged, so that it can be named. */
final class DamagedEntry {
    private DamagedEntry() {}

    /** To be asked only after the container's sizes were found harmless. */
    static Optional<String> in(Path container) {
        try (ZipFile zip = new ZipFile(container.toFile())) {
            List<? extends ZipEntry> entries = Collections.list(zip.entries());
            for (ZipEntry entry : entries) {
                if (!isReadable(zip, entry)) {
                    return Optional.of(entry.getName());
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static boolean isReadable(ZipFile zip, ZipEntry entry) {
        try (InputStream in = zip.getInputStream(entry)) {
            in.transferTo(OutputStream.nullOutputStream());
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
