package id.espm.signer.benchmarks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** How many files one thread signs in a second, and how many two do; windows of both take turns. */
final class ThreadsRun {
    private static final double WINDOW_SECONDS = 1;

    private final int rounds;
    private final double warmup;

    ThreadsRun(int rounds, double warmup) {
        this.rounds = rounds;
        this.warmup = warmup;
    }

    static String head() {
        return "| files a second | one thread | two threads | gain |\n|---|---:|---:|---:|";
    }

    /** A row of the table. */
    String measure(String title, Contender contender, Path input, Path folder) throws Exception {
        Contender.Work work = contender.preparation().prepare(input);
        double[] one = new double[rounds];
        double[] two = new double[rounds];
        double[] gain = new double[rounds];
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            for (double warm = 0; warm < warmup; warm += WINDOW_SECONDS) {
                perSecond(threads, 2, work, folder);
            }
            for (int i = 0; i < rounds; i++) {
                one[i] = perSecond(threads, 1, work, folder);
                two[i] = perSecond(threads, 2, work, folder);
                gain[i] = two[i] / one[i];
            }
        }
        return String.format(
                Locale.ROOT,
                "| %s, %s | %.0f | %.0f | %.2f |",
                contender.title(),
                title,
                Statistics.median(one),
                Statistics.median(two),
                Statistics.median(gain));
    }

    private static double perSecond(ExecutorService threads, int count, Contender.Work work, Path folder)
            throws Exception {
        long start = System.nanoTime();
        long end = start + (long) (WINDOW_SECONDS * 1e9);
        List<Future<Integer>> running = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Path output = folder.resolve("signed-" + i);
            Callable<Integer> loop = () -> {
                int signed = 0;
                do {
                    work.to(output);
                    signed++;
                } while (System.nanoTime() < end);
                return signed;
            };
            running.add(threads.submit(loop));
        }
        int signed = 0;
        for (Future<Integer> each : running) {
            signed += each.get();
        }
        return signed / ((System.nanoTime() - start) / 1e9);
    }
}
