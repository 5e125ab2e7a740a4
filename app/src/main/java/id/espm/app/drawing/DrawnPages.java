package id.espm.app.drawing;

import id.espm.signer.FileRegion;
import id.espm.signer.verify.BoundedRun;
import id.espm.signer.verify.PageViewer;
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

/** Draws each page twice by PDFBox, small, and compares the pictures dot by dot. Several threads may use one. */
public final class DrawnPages implements PageViewer {
    private static final int MOST_PAGES = 50;
    /** Both states are held in memory. */
    private static final long LARGEST = 64 << 20;

    /** A letter of ten points is five dots high then, and a changed digit cannot hide. */
    private static final double SCALE = 0.5;

    private final BoundedRun bounded = new BoundedRun(Duration.ofSeconds(2), Duration.ofSeconds(15));

    @Override
    public Optional<String> compare(FileRegion then, FileRegion now) {
        if (now.length() > LARGEST) {
            return Optional.empty();
        }
        try {
            return bounded.run(() -> remark(then, now)).flatMap(remark -> remark);
        } catch (ExecutionException e) {
            // Hostile files and systems without a font make PDFBox and Java's drawing fail in many ways; nothing is
            // seen then.
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static Optional<String> remark(FileRegion then, FileRegion now) throws IOException {
        try (PDDocument before = open(then);
                PDDocument after = open(now)) {
            int pages = Math.min(Math.min(before.getNumberOfPages(), after.getNumberOfPages()), MOST_PAGES);
            Comparison comparison = new Comparison(before, after);
            for (int page = 0; page < pages; page++) {
                comparison.look(page);
            }
            for (int added = pages; added < Math.min(after.getNumberOfPages(), MOST_PAGES); added++) {
                comparison.different.add(added + 1);
            }
            return comparison.remark(pages);
        }
    }

    private static final class Comparison {
        private final CancellableRenderer before;
        private final CancellableRenderer after;
        private final List<Integer> different = new ArrayList<>();
        private boolean allSeen = true;

        Comparison(PDDocument before, PDDocument after) {
            this.before = CancellableRenderer.exact(before);
            this.after = CancellableRenderer.exact(after);
        }

        void look(int page) throws IOException {
            PagePicture then = before.draw(page, SCALE);
            PagePicture now = after.draw(page, SCALE);
            if (then.width() != now.width() || !Arrays.equals(then.argb(), now.argb())) {
                different.add(page + 1);
            } else {
                allSeen &= now.complete();
            }
        }

        /** A picture that could not be read may have become another one. */
        Optional<String> remark(int pages) {
            if (different.isEmpty()) {
                return allSeen ? Optional.of(SAME + pages) : Optional.empty();
            }
            return Optional.of(
                    DIFFERENT + different.stream().map(String::valueOf).collect(Collectors.joining(", ")));
        }
    }

    private static PDDocument open(FileRegion region) throws IOException {
        return Loader.loadPDF(new RandomAccessReadBuffer(region.readAll()));
    }
}
