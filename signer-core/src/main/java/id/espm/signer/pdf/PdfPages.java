package id.espm.signer.pdf;

import id.espm.signer.FileRegion;
import id.espm.signer.Problem;
import id.espm.signer.Problem.PdfUnusable;
import id.espm.signer.Problem.PdfUnusable.Reason;
import id.espm.signer.SignerException;
import id.espm.signer.pdf.appearance.PageGeometry;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;

/** A PDF that is open for being looked at. How long a page takes to be drawn, and what it needs, is for the caller to bound. */
public final class PdfPages implements Closeable {
    private static final int MOST = 20_000;

    private final PDDocument document;
    private final List<PageGeometry> geometries;

    private PdfPages(PDDocument document, List<PageGeometry> geometries) {
        this.document = document;
        this.geometries = geometries;
    }

    /**
     * Opens a PDF that needs no password, and measures its pages, of which the first 20,000 are looked at.
     *
     * @throws SignerException {@link Problem.PdfUnusable}, {@link Problem.FileUnreadable}
     * @throws IOException     if the file cannot be read
     */
    public static PdfPages open(FileRegion pdf) throws IOException, SignerException {
        PDDocument document = PdfOpening.openForLooking(pdf);
        boolean opened = false;
        try {
            List<PageGeometry> geometries = PdfOpening.guard(pdf, () -> measure(document));
            if (geometries.isEmpty()) {
                throw new SignerException(new PdfUnusable(pdf.file(), Reason.NO_PAGE));
            }
            opened = true;
            return new PdfPages(document, geometries);
        } finally {
            if (!opened) {
                document.close();
            }
        }
    }

    private static List<PageGeometry> measure(PDDocument document) {
        List<PageGeometry> geometries = new ArrayList<>();
        for (PDPage page : document.getPages()) {
            if (geometries.size() == MOST) {
                break;
            }
            geometries.add(PageBoxes.of(page.getCOSObject(), geometries.size()));
        }
        return List.copyOf(geometries);
    }

    /** The document, closed together with this. */
    public PDDocument document() {
        return document;
    }

    /** Each page; never empty. */
    public List<PageGeometry> geometries() {
        return geometries;
    }

    @Override
    public void close() throws IOException {
        document.close();
    }
}
