package id.espm.app.espm.submit;

import id.espm.app.espm.client.UncheckedReceipt;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Keeps a receipt beside its bundle, byte for byte as it was signed. Each file appears whole or not at all; the receipt comes
 * last, so that where it is, its signature is too.
 *
 * @param receipt   {@code <bundle>.receipt.json}
 * @param signature {@code <bundle>.receipt.json.p7s}
 */
record ReceiptFiles(Path receipt, Path signature) {

    static ReceiptFiles beside(Path bundle) {
        String name = bundle.getFileName() + ".receipt.json";
        return new ReceiptFiles(bundle.resolveSibling(name), bundle.resolveSibling(name + ".p7s"));
    }

    /** To be called with a checked receipt only; takes the same one again. */
    void write(UncheckedReceipt checked) throws IOException {
        write(signature, checked.signature());
        write(receipt, checked.json());
    }

    private static void write(Path file, byte[] content) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        Path temporary = Files.createTempFile(folder, ".receipt-", ".tmp");
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
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            // Some network drives cannot: a plain replacement is the next best.
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
