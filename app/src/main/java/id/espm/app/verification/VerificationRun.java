package id.espm.app.verification;

import id.espm.signer.SignerException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Judges files by several workers and tells of them in their order; only a few results are kept at any time. */
public final class VerificationRun {
    /** How many files each worker may be ahead of the one that is told of next. */
    private static final int AHEAD = 4;

    private final SignedFileVerifier verifier;
    private final int jobs;

    public VerificationRun(SignedFileVerifier verifier, int jobs) {
        this.verifier = verifier;
        this.jobs = jobs;
    }

    /** Hears of each file, in the caller's thread. */
    @FunctionalInterface
    public interface Listener {
        void judged(Judged judged, int done) throws IOException;
    }

    private record Pending(Path file, Future<Judged> result) {}

    /**
     * Judges every file.
     *
     * @param content what the only file signs, where that does not stand beside it
     * @throws InterruptedException if the caller was interrupted; no file is begun any more
     */
    public void run(List<Path> files, Optional<Path> content, Listener listener)
            throws IOException, InterruptedException {
        ExecutorService workers = Executors.newFixedThreadPool(
                Math.clamp(files.size(), 1, jobs),
                Thread.ofPlatform().daemon().name("verify-", 1).factory());
        try {
            Deque<Pending> pending = new ArrayDeque<>();
            Iterator<Path> rest = files.iterator();
            for (int done = 1; done <= files.size(); done++) {
                while (rest.hasNext() && pending.size() < AHEAD * jobs) {
                    Path file = rest.next();
                    pending.add(new Pending(file, workers.submit(() -> verifier.judge(file, content))));
                }
                listener.judged(result(pending.remove()), done);
            }
        } finally {
            workers.shutdownNow();
        }
    }

    /** What is wrong with one file must not take the others along. */
    private static Judged result(Pending pending) throws InterruptedException {
        Path file = pending.file();
        try {
            return pending.result().get();
        } catch (ExecutionException e) {
            return switch (e.getCause()) {
                case SignerException refused -> new Judged.Refused(file, refused.problem());
                case IOException unreadable -> new Judged.Unreadable(file, unreadable);
                case null -> new Judged.Faulty(file, e);
                case Throwable fault -> new Judged.Faulty(file, fault);
            };
        }
    }
}
