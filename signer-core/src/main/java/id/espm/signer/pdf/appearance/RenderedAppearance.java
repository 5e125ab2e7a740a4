package id.espm.signer.pdf.appearance;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * The drawn blocks. Their objects live in a document of their own until this is closed: read or copy them before. They are
 * complete, with their fonts embedded, and nothing in them refers to a file.
 */
public final class RenderedAppearance implements Closeable {
    private final PDDocument scratch;
    private final List<Placed> placed;

    RenderedAppearance(PDDocument scratch, List<Placed> placed) {
        this.scratch = scratch;
        this.placed = List.copyOf(placed);
    }

    /**
     * Never empty. A signature field has one widget (ISO 32000-2, 12.7.5.5), which is the first; the others are annotations
     * that only show the same.
     */
    public List<Placed> placed() {
        return placed;
    }

    @Override
    public void close() throws IOException {
        scratch.close();
    }
}
