package id.espm.app.espm.submit;

import id.espm.app.espm.client.UncheckedReceipt;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a receipt beside its bundle, byte for byte as it was signed. Each file appears whole or not at all; the receipt comes
 * last, so that where it is, its signature is too.
 *
 * @param receipt   {@code <bundle>.receipt.json}
 * @param signature {@code <bundle>.receipt.json.p7s}
 */
public record ReceiptFiles(Path receipt, Path signature) {
    private static final Logger LOG = LoggerFactory.getLogger(ReceiptFiles.class);

    /** Where the receipt of a bundle lies. */
    public static ReceiptFiles beside(Path bundle) {
        String name = bundle.getFileName() + ".receipt.json";
        return new ReceiptFiles(bundle.resolveSibling(name), bundle.resolveSibling(name + ".p7s"));
    }

    /** To be called with a checked receipt only; takes the same one again. */
    void write(UncheckedReceipt checked) throws IOException {
        write(signature, checked.signature());
        write(receipt, checked.json());
    }

    private static void write(Path file, byte[] content) throws IOException {
        // Always the same name: a crash leaves at most this one, and the next time overwrites it.
        Path temporary = file.resolveSibling(file.getFileName() + ".tmp");
        try {
            // Not a channel, which an interrupt would close: the receipt is here, it shall be kept.
            try (FileOutputStream out = new FileOutputStream(temporary.toFile())) {
                out.write(content);
                out.getFD().sync();
            }
            move(temporary, file);
        } finally {
            Files.deleteIfExists(temporary);
        }
        forceFolder(file);
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            LOG.debug("no atomic moves here, replacing instead", e);
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** On POSIX systems a new name is on the disk only when its folder is; Windows does not open folders and needs no such step. */
    private static void forceFolder(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            LOG.debug("the folder cannot be forced to the disk on this system", e);
        }
    }
}
