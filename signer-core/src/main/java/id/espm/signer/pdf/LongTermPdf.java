package id.espm.signer.pdf;

import id.espm.signer.SignerException;
import id.espm.signer.cms.SigningMethod;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Levels B-LT and B-LTA of a PDF: signed at B-T into a temporary file, which augmentation then extends by further updates
 * (ETSI EN 319 142-1, 5.4). The temporary file is gone when this returns, however it returns.
 */
final class LongTermPdf {
    private LongTermPdf() {}

    /** Signs at level B-T. */
    interface Stamping {
        SignedPdf sign(OutputStream out) throws IOException, SignerException;
    }

    static SignedPdf write(OutputStream out, SigningMethod method, Stamping stamping)
            throws IOException, SignerException {
        Path stamped =
                Files.createTempFile("espm-signer-" + ProcessHandle.current().pid() + "-", ".pdf");
        try {
            SignedPdf signed;
            try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(stamped), 1 << 16)) {
                signed = stamping.sign(file);
            }
            method.augmenter().orElseThrow().pdf(stamped, method.digest(), method.level(), out);
            return signed;
        } finally {
            Files.deleteIfExists(stamped);
        }
    }
}
