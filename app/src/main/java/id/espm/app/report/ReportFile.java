package id.espm.app.report;

import id.espm.signer.Problem;
import id.espm.signer.SignerException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Locale;

/**
 * Where a report, or what goes along with one, is written: the whole of it appears, or nothing does.
 *
 * @param path  its file
 * @param force whether it may take the place of another
 */
public record ReportFile(Path path, boolean force) {
    private static final String XML = ".xml";
    private static final String JSON = ".json";

    /** Whether it is the report for experts, by its name. */
    public boolean isXml() {
        return path.toString().toLowerCase(Locale.ROOT).endsWith(XML);
    }

    /** Whether it is the report for programs, by its name. */
    public boolean isJson() {
        return path.toString().toLowerCase(Locale.ROOT).endsWith(JSON);
    }

    /**
     * To be asked before the work is done.
     *
     * @throws SignerException {@link Problem.OutputExists}
     */
    public void requireFree() throws SignerException {
        if (!force && Files.exists(path)) {
            throw new SignerException(new Problem.OutputExists(path));
        }
    }

    /** Writes the content. */
    @FunctionalInterface
    public interface Content {
        void write(OutputStream out) throws IOException;

        /** Looks at what was written before it gets its name; what it throws leaves nothing behind. */
        default void check(Path written) throws IOException, SignerException {}
    }

    /** @throws SignerException {@link Problem.OutputExists} if somebody else made it in the meantime, or what the check throws */
    public void write(Content content) throws IOException, SignerException {
        Path folder = Files.createDirectories(path.toAbsolutePath().getParent());
        Path part = Files.createTempFile(folder, ".report", ".part");
        try {
            // Made anew, for a temporary file is readable by its owner alone.
            Files.delete(part);
            try (FileChannel channel = FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                    OutputStream out = Channels.newOutputStream(channel)) {
                content.write(out);
                channel.force(true);
            }
            content.check(part);
            if (force) {
                Files.move(part, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } else {
                Files.move(part, path);
            }
        } catch (FileAlreadyExistsException e) {
            throw new SignerException(new Problem.OutputExists(path), e);
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
