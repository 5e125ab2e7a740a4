package id.espm.app.drawing;

import id.espm.signer.FileRegion;
import id.espm.signer.verify.BoundedRun;
import id.espm.signer.verify.PageViewer;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** Draws each page twice by PDFBox, small, and compares the pictures dot by dot. Several threads may use one. */
public final class DrawnPages implements PageViewer {
    private static final int MOST_PAGES = 50;
    /** Both states are held in memory. */
    private static final long LARGEST = 64 << 20;

    /** A letter of ten points is five dots high then, and a changed digit cannot hide. */
    private static final float DPI = 36;

    private final BoundedRun bounded = new BoundedRun(Duration.ofSeconds(2), Duration.ofSeconds(15));

    @Override
    public Optional<String> compare(FileRegion then, FileRegion now) {
        if (now.length() > LARGEST) {
            return Optional.empty();
        }
        try {
            return bounded.run(() -> remark(then, now));
        } catch (ExecutionException e) {
            // Hostile files and systems without a font make PDFBox and Java's drawing fail in many ways; nothing is
            // seen then.
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static String remark(FileRegion then, FileRegion now) throws IOException {
        try (PDDocument before = open(then);
                PDDocument after = open(now)) {
            int pages = Math.min(Math.min(before.getNumberOfPages(), after.getNumberOfPages()), MOST_PAGES);
            List<Integer> different = different(new PDFRenderer(before), new PDFRenderer(after), pages);
            for (int added = pages; added < Math.min(after.getNumberOfPages(), MOST_PAGES); added++) {
                different.add(added + 1);
            }
            return different.isEmpty()
                    ? SAME + pages
                    : DIFFERENT + different.stream().map(String::valueOf).collect(Collectors.joining(", "));
        }
    }

    private static List<Integer> different(PDFRenderer before, PDFRenderer after, int pages) throws IOException {
        List<Integer> different = new ArrayList<>();
        for (int page = 0; page < pages; page++) {
            if (!isSame(picture(before, page), picture(after, page))) {
                different.add(page + 1);
            }
        }
        return different;
    }

    private static BufferedImage picture(PDFRenderer renderer, int page) throws IOException {
        return renderer.renderImageWithDPI(page, DPI, ImageType.RGB);
    }

    private static boolean isSame(BufferedImage a, BufferedImage b) {
        return a.getWidth() == b.getWidth() && a.getHeight() == b.getHeight() && Arrays.equals(dots(a), dots(b));
    }

    private static int[] dots(BufferedImage picture) {
        return picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
    }

    private static PDDocument open(FileRegion region) throws IOException {
        return Loader.loadPDF(new RandomAccessReadBuffer(region.readAll()));
    }
}
