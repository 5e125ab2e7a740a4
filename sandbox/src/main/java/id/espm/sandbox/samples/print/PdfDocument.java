package id.espm.sandbox.samples.print;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.GregorianCalendar;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * A PDF print under construction. Its one font comes from PDFBox's own resources and is embedded: the standard fonts
 * would make PDFBox search the machine for substitutes, and a bare machine has none.
 */
public final class PdfDocument implements AutoCloseable {
    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    private final PDDocument document = new PDDocument();
    private final PDType0Font font;

    private PdfDocument() throws IOException {
        try (InputStream in = PDDocument.class.getResourceAsStream(FONT)) {
            if (in == null) {
                throw new IOException("PDFBox came without its font " + FONT);
            }
            font = PDType0Font.load(document, in, true);
        }
    }

    /** Draws pages into a document. */
    public interface Pages {
        void draw(PdfDocument document) throws IOException;
    }

    /** Makes a print of that title; the same input gives the same bytes. */
    public static void write(Path file, String title, LocalDate date, Pages pages) throws IOException {
        try (PdfDocument pdf = new PdfDocument()) {
            PDDocumentInformation about = pdf.document.getDocumentInformation();
            about.setTitle(title);
            about.setCreator("Latihan e-SPM Signer");
            about.setCreationDate(GregorianCalendar.from(date.atTime(9, 0).atZone(ZoneId.of("Asia/Makassar"))));
            pdf.document.setDocumentId(date.toEpochDay());
            pages.draw(pdf);
            pdf.document.save(file.toFile());
        }
    }

    /** A new A4 page, upright. */
    public Sheet portrait() throws IOException {
        return page(PDRectangle.A4);
    }

    /** A new A4 page on its side. */
    public Sheet landscape() throws IOException {
        return page(new PDRectangle(PDRectangle.A4.getHeight(), PDRectangle.A4.getWidth()));
    }

    private Sheet page(PDRectangle size) throws IOException {
        PDPage page = new PDPage(size);
        document.addPage(page);
        return new Sheet(document, page, font);
    }

    @Override
    public void close() throws IOException {
        document.close();
    }
}
