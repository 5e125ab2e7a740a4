package id.espm.sandbox.kppn;

import id.espm.sandbox.judge.bundle.BundleFiles;
import id.espm.sandbox.judge.bundle.OriginalAdk;
import id.espm.sandbox.judge.bundle.PaketJson;
import id.espm.sandbox.judge.bundle.PaketJson.Dokumen;
import id.espm.sandbox.judge.bundle.UnsafeBundleException;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The documents in a submission's bundle, taken out for as long as this is open. */
public final class SubmissionFiles implements Closeable {
    private static final String ADK = "adk";

    private final BundleFiles files;
    private final PaketJson paket;

    private SubmissionFiles(BundleFiles files, PaketJson paket) {
        this.files = files;
        this.paket = paket;
    }

    /** @throws UnsafeBundleException when the bundle is hostile or damaged */
    static SubmissionFiles open(Path bundle) throws IOException {
        BundleFiles files = BundleFiles.open(bundle);
        boolean opened = false;
        try {
            SubmissionFiles submission = new SubmissionFiles(files, PaketJson.read(files.bytes(BundleFiles.PAKET)));
            opened = true;
            return submission;
        } finally {
            if (!opened) {
                files.close();
            }
        }
    }

    /** What {@code paket.json} lists, in its order. */
    public List<Dokumen> dokumen() {
        return paket.dokumen();
    }

    /** Whether a document is an ADK; all others are PDFs. */
    public static boolean isAdk(Dokumen dokumen) {
        return ADK.equals(dokumen.role());
    }

    /** A document by its place in the list, from 0. */
    public Optional<Dokumen> dokumen(int index) {
        return index >= 0 && index < dokumen().size() ? Optional.of(dokumen().get(index)) : Optional.empty();
    }

    /**
     * What KPPN works with: the original ADK out of its envelope, or the signed PDF as it is.
     *
     * @return a file that goes when this is closed
     * @throws UnsafeBundleException when the bundle lacks it, or its envelope cannot be read
     */
    public Path content(Dokumen dokumen) throws IOException {
        Path file = files.file(dokumen.entry());
        if (!isAdk(dokumen)) {
            return file;
        }
        Path original = file.resolveSibling(file.getFileName() + ".adk");
        try (OutputStream out = Files.newOutputStream(original)) {
            OriginalAdk.copy(file, dokumen.entry(), out);
        }
        return original;
    }

    @Override
    public void close() throws IOException {
        files.close();
    }
}
