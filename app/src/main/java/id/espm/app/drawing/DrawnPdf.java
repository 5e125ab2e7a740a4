package id.espm.app.drawing;

import id.espm.signer.FileRegion;
import id.espm.signer.Problem.PdfUnusable;
import id.espm.signer.SignerException;
import id.espm.signer.pdf.PdfPages;
import id.espm.signer.pdf.appearance.PageGeometry;
import id.espm.signer.pdf.appearance.UprightPage;
import id.espm.signer.verify.BoundedRun;
import java.awt.image.BufferedImage;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.jspecify.annotations.Nullable;

/**
 * A PDF whose pages are drawn one at a time, within bounds of time and memory. All calls are made one after the other. A page
 * that does not come to an end is left alone together with the opened document, and the next page is drawn from another.
 */
public final class DrawnPdf implements Closeable {
    /** A page of A4 at 280 dots per inch; what is larger is drawn with fewer dots, and stretched. */
    static final int MOST_DOTS = 8_000_000;

    private static final int MOST_TRIES = 4;
    private static final BoundedRun BOUNDED = new BoundedRun(Duration.ofSeconds(10), Duration.ofSeconds(40));

    private final FileRegion file;
    private final List<PageGeometry> pages;
    private Optional<PdfPages> opened;
    private int left = MOST_TRIES;

    private DrawnPdf(FileRegion file, PdfPages opened) {
        this.file = file;
        this.opened = Optional.of(opened);
        this.pages = opened.geometries();
    }

    /**
     * Opens a PDF that needs no password.
     *
     * @throws SignerException {@link PdfUnusable}, also where opening it does not come to an end
     * @throws IOException     if the file cannot be read
     */
    public static DrawnPdf open(FileRegion file) throws IOException, SignerException, InterruptedException {
        return new DrawnPdf(file, openBounded(file));
    }

    private static PdfPages openBounded(FileRegion file) throws IOException, SignerException, InterruptedException {
        try {
            return BOUNDED.run(() -> PdfPages.open(file)).orElseThrow(() -> damaged(file, null));
        } catch (ExecutionException e) {
            if (e.getCause() instanceof SignerException known) {
                throw known;
            }
            if (e.getCause() instanceof IOException unreadable) {
                throw unreadable;
            }
            throw damaged(file, e);
        }
    }

    private static SignerException damaged(FileRegion file, @Nullable Throwable cause) {
        return new SignerException(new PdfUnusable(file.file(), PdfUnusable.Reason.DAMAGED), cause);
    }

    /** Loads what draws, by drawing a small page: the first document that somebody waits for then appears at once. */
    public static void prepare() throws IOException {
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage(new PDRectangle(8, 8));
            document.addPage(page);
            BufferedImage dot = new BufferedImage(8, 8, BufferedImage.TYPE_BYTE_GRAY);
            PDImageXObject scan = JPEGFactory.createFromImage(document, dot);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.drawImage(scan, 0, 0, 8, 8);
                content.addRect(0, 0, 1, 1);
                content.fill();
                content.beginText();
                content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 4);
                content.showText("a");
                content.endText();
            }
            CancellableRenderer.forScreen(document, () -> false).draw(0, 1);
        }
    }

    /** Each page as it is to be shown; never empty. */
    public List<PageGeometry> pages() {
        return pages;
    }

    /**
     * Draws a page as a viewer shows it, upright, with its annotations.
     *
     * @param page      0 being the first
     * @param scale     dots per point; a picture that would become too large gets fewer
     * @param cancelled asked now and then whether the picture is still wanted
     * @return nothing for a page that is damaged or does not come to an end
     * @throws CancellationException if it was not wanted any more
     */
    public Optional<PagePicture> draw(int page, double scale, BooleanSupplier cancelled)
            throws IOException, SignerException, InterruptedException {
        if (left == 0) {
            return Optional.empty();
        }
        PdfPages from = opened.isPresent() ? opened.get() : openBounded(file);
        opened = Optional.of(from);
        double bounded = Math.min(scale, largestScale(pages.get(page)));
        AtomicBoolean late = new AtomicBoolean();
        BooleanSupplier unwanted = () -> late.get() || cancelled.getAsBoolean();
        try {
            Optional<PagePicture> drawn = BOUNDED.run(() -> {
                try {
                    return CancellableRenderer.forScreen(from.document(), unwanted)
                            .draw(page, bounded);
                } finally {
                    if (late.get()) {
                        from.close();
                    }
                }
            });
            if (drawn.isEmpty()) {
                late.set(true);
                opened = Optional.empty();
                left--;
            }
            return drawn;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof CancellationException nobody) {
                throw nobody;
            }
            // Damaged pages make PDFBox and Java's drawing fail in many ways; the others are drawn nevertheless.
            return Optional.empty();
        }
    }

    private static double largestScale(PageGeometry geometry) {
        UprightPage page = new UprightPage(geometry);
        return Math.sqrt(MOST_DOTS / (page.width() * page.height()));
    }

    @Override
    public void close() throws IOException {
        if (opened.isPresent()) {
            opened.get().close();
        }
    }
}
