package id.espm.app.gui.page;

import id.espm.app.drawing.DrawnPdf;
import id.espm.app.gui.bench.SamplePdfs;
import id.espm.app.gui.work.Background;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.beans.InvalidationListener;
import javafx.collections.MapChangeListener;

/** Measures how long a document takes from the click to its first page, and from page to page: docs/performance.md. */
public final class ViewerBench {
    /** Dots per point in a window of 1080 units: the width of a page beside the lists. */
    private static final double SCALE = 700.0 / 595;

    private final ExecutorService window = Executors.newSingleThreadExecutor();

    private ViewerBench() {}

    /** Makes the documents in a folder of their own, measures, and prints medians in milliseconds. */
    public static void main(String[] args) throws Exception {
        int rounds = Integer.getInteger("bench.rounds", 15);
        Path folder = Files.createTempDirectory("viewer-bench");
        ViewerBench bench = new ViewerBench();
        Path scan = SamplePdfs.scan(folder.resolve("scan.pdf"), 100, 150);
        Path fine = SamplePdfs.scan(folder.resolve("fine.pdf"), 100, 300);
        Path text = SamplePdfs.plain(folder.resolve("plain.pdf"), 3000);
        long begun = System.nanoTime();
        DrawnPdf.prepare();
        System.out.printf("loading what draws: %d ms%n", (System.nanoTime() - begun) / 1_000_000);
        System.out.printf("first document of the process, 100 pages at 150 dpi: %d ms%n", bench.once(scan)[0]);
        for (Path pdf : List.of(scan, fine, text)) {
            List<long[]> times = new ArrayList<>();
            for (int i = 0; i < rounds; i++) {
                times.add(bench.once(pdf));
            }
            System.out.printf(
                    "%s, %d KB: first page %d ms, each further page %d ms%n",
                    pdf.getFileName(), Files.size(pdf) / 1000, median(times, 0), median(times, 1));
            Files.delete(pdf);
        }
        Files.delete(folder);
        System.exit(0);
    }

    private static long median(List<long[]> times, int which) {
        long[] sorted = times.stream().mapToLong(t -> t[which]).sorted().toArray();
        return sorted[sorted.length / 2];
    }

    /** From asking for the document to its first picture, and the mean of the ten that follow. */
    private long[] once(Path pdf) throws Exception {
        CountDownLatch first = new CountDownLatch(1);
        CountDownLatch further = new CountDownLatch(11);
        PagesViewModel model = new PagesViewModel(new Background(window, Throwable::printStackTrace));
        long begun = System.nanoTime();
        window.submit(() -> {
            model.stateProperty().addListener((InvalidationListener) state -> {
                if (model.state() instanceof PagesState.Shown) {
                    model.pictures().addListener((MapChangeListener<Integer, Object>) change -> {
                        first.countDown();
                        further.countDown();
                    });
                    model.want(List.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10), SCALE);
                }
            });
            model.show(PageFile.of(pdf));
        });
        first.await();
        long one = System.nanoTime() - begun;
        further.await();
        long all = System.nanoTime() - begun;
        window.submit(model::close).get();
        return Arrays.stream(new long[] {one, (all - one) / 10})
                .map(nanos -> nanos / 1_000_000)
                .toArray();
    }
}
