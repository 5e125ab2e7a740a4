package id.espm.signer.hostile;

import id.espm.signer.SignerException;
import id.espm.signer.Verdict;
import id.espm.signer.opinion.DssJudge;
import id.espm.signer.opinion.OpinionLimits;
import id.espm.signer.verify.FileReport;
import id.espm.signer.verify.SecondJudge;
import id.espm.signer.verify.VerificationSettings;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

/**
 * Judges every file of a folder, one after the other, in a JVM with little memory; prints a line for each: name, verdict, CPU
 * time of the one thread that judged it in milliseconds, and what was said of it. It stops at the first file that takes too long.
 */
final class BoundsRun {
    static final Duration MOST = Duration.ofSeconds(10);
    private static final Duration LOOK = Duration.ofMillis(100);
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private BoundsRun() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        List<Path> files;
        try (Stream<Path> listed = Files.list(Path.of(arguments[0]))) {
            files = listed.sorted().toList();
        }
        VerificationSettings trusting = new Seeds(Path.of(arguments[1])).trusting();
        SecondJudge second = new DssJudge(trusting.anchors(), OpinionLimits.usual(), Optional.empty(), false);
        Judging judging = new Judging(trusting.hearing(second));
        for (Path file : files) {
            System.out.println(file.getFileName() + "\t" + run(judging, file));
        }
    }

    private static String run(Judging judging, Path file) throws InterruptedException {
        AtomicReference<String> outcome = new AtomicReference<>();
        Thread thread = new Thread(() -> outcome.set(outcome(judging, file)));
        thread.setDaemon(true);
        thread.start();
        long spent = 0;
        while (!thread.join(LOOK)) {
            spent = Math.max(spent, THREADS.getThreadCpuTime(thread.threadId()));
            if (spent > MOST.multipliedBy(2).toNanos()) {
                System.out.println(file.getFileName() + "\tTIMEOUT\t" + spent / 1_000_000 + "\t" + stack(thread));
                Runtime.getRuntime().halt(1);
            }
        }
        return outcome.get();
    }

    private static String stack(Thread thread) {
        return String.join(
                " < ",
                Stream.of(thread.getStackTrace())
                        .limit(40)
                        .map(StackTraceElement::toString)
                        .toList());
    }

    /** An error is an outcome too: it is what this looks for. */
    private static String outcome(Judging judging, Path file) {
        String said;
        try {
            FileReport report = judging.judge(file);
            said = word(report) + "\t%d\t" + words(report);
        } catch (IOException | SignerException e) {
            said = "REFUSED\t%d\t" + e.getMessage();
        } catch (RuntimeException | Error e) {
            said = "THROWN\t%d\t" + e;
        }
        long cpu = THREADS.getCurrentThreadCpuTime() / 1_000_000;
        return said.replace("%d", String.valueOf(cpu));
    }

    private static String word(FileReport report) {
        if (!report.signed()) {
            return "UNSIGNED";
        }
        return switch (report.verdict()) {
            case Verdict.Valid valid -> "VALID";
            case Verdict.Indeterminate indeterminate -> "INDETERMINATE";
            case Verdict.Invalid invalid -> "INVALID";
        };
    }

    private static String words(FileReport report) {
        String all = report.findings() + " "
                + report.signatures().stream()
                        .limit(3)
                        .map(s -> s.verdict() + " " + s.modifications())
                        .toList();
        String line = all.replaceAll("\\s+", " ");
        return line.substring(0, Math.min(line.length(), 400));
    }
}
