package id.espm.app.gui.page;

import id.espm.app.drawing.DrawnPdf;
import id.espm.app.drawing.PagePicture;
import id.espm.app.gui.page.PictureShelf.Drawn;
import id.espm.app.gui.work.Background;
import id.espm.signer.SignerException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Draws the pages of one opened document in the background: one at a time, those first that are wanted first, and none that is
 * wanted no more. All calls are made on the window's thread.
 */
final class PageDrawing {
    private final Background background;
    private final Document document;
    private final PictureShelf shelf;
    private List<Integer> wanted = List.of();
    private double scale;
    private Optional<Job> going = Optional.empty();
    private boolean closed;

    PageDrawing(Background background, Document document, PictureShelf shelf) {
        this.background = background;
        this.document = document;
        this.shelf = shelf;
    }

    /** A document with the file that it stands in. */
    record Document(DrawnPdf pdf, PageFile.Opened file) {
        void close() throws IOException {
            try (file) {
                pdf.close();
            }
        }
    }

    private record Job(int page, double scale, AtomicBoolean cancelled) {}

    /**
     * Says which pages are wanted now.
     *
     * @param pages the most wanted first
     * @param dots  per point
     */
    void want(List<Integer> pages, double dots) {
        wanted = List.copyOf(pages);
        scale = dots;
        going.filter(job -> job.scale() != dots || !wanted.contains(job.page()))
                .ifPresent(job -> job.cancelled().set(true));
        drawNext();
    }

    private void drawNext() {
        if (going.isPresent()) {
            return;
        }
        if (closed) {
            closeNow();
            return;
        }
        wanted.stream()
                .filter(page -> !shelf.has(page, scale))
                .findFirst()
                .ifPresent(page -> draw(new Job(page, scale, new AtomicBoolean())));
    }

    private void draw(Job job) {
        going = Optional.of(job);
        background
                .run(() -> document.pdf().draw(job.page(), job.scale(), job.cancelled()::get))
                .onSuccess(picture -> ended(job, picture))
                .onError(CancellationException.class, e -> next())
                .onError(SignerException.class, e -> ended(job, Optional.empty()))
                .onError(IOException.class, e -> ended(job, Optional.empty()))
                .start();
    }

    private void ended(Job job, Optional<PagePicture> picture) {
        if (!closed) {
            shelf.put(job.page(), new Drawn(job.scale(), picture), wanted);
        }
        next();
    }

    private void next() {
        going = Optional.empty();
        drawNext();
    }

    /** Draws nothing more; the document is closed as soon as nobody reads it. */
    void close() {
        closed = true;
        going.ifPresent(job -> job.cancelled().set(true));
        if (going.isEmpty()) {
            closeNow();
        }
    }

    private void closeNow() {
        background
                .run(() -> {
                    document.close();
                    return document;
                })
                .onError(IOException.class, e -> {
                    // It was only read.
                })
                .start();
    }
}
