package id.espm.sandbox.kppn;

import id.espm.sandbox.judge.DssJudge;
import id.espm.sandbox.judge.Judgement;
import id.espm.sandbox.judge.bundle.BundleFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Judges each submission once and keeps the verdict on disk, for DSS takes seconds and much memory. One at a time, on a
 * thread of its own and under no lock, so that neither a page nor an upload waits for it.
 */
public final class Verdicts implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Verdicts.class);

    private final Path folder;
    private final DssJudge judge;
    private final Clock clock;
    private final Map<String, CompletableFuture<Verdict>> known = new ConcurrentHashMap<>();
    private final ExecutorService worker = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("kppn-judge").factory());

    /**
     * Takes up the verdicts of an earlier run.
     *
     * @param folder made when missing
     * @throws IOException when it cannot be made
     */
    public Verdicts(Path folder, DssJudge judge, Clock clock) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.judge = judge;
        this.clock = clock;
    }

    /** What is known now; an unknown one is put into the queue. */
    Verdict now(InboxItem item, Path bundle) {
        return ask(item, bundle).getNow(new Verdict.Pending());
    }

    /** The verdict, waited for. */
    Verdict await(InboxItem item, Path bundle) {
        return ask(item, bundle).join();
    }

    /** Forgets the verdict, so that the next one who asks gets a new one; a certificate may have been revoked since. */
    void forget(InboxItem item) throws IOException {
        Files.deleteIfExists(file(item));
        known.computeIfPresent(item.id(), (id, verdict) -> verdict.isDone() ? null : verdict);
    }

    /** Ends what is being judged. */
    @Override
    public void close() {
        worker.shutdownNow();
    }

    private CompletableFuture<Verdict> ask(InboxItem item, Path bundle) {
        CompletableFuture<Verdict> verdict = known.computeIfAbsent(
                item.id(), id -> CompletableFuture.supplyAsync(() -> verdict(item, bundle), worker));
        if (verdict.isCompletedExceptionally()) {
            // Told once as the fault that it is, and tried again by the next who asks.
            known.remove(item.id(), verdict);
        }
        return verdict;
    }

    private Verdict verdict(InboxItem item, Path bundle) {
        try {
            Optional<Verdict.Judged> kept = VerdictFile.read(file(item));
            return kept.isPresent() ? kept.get() : judge(item, bundle);
        } catch (IOException e) {
            LOG.warn("{} cannot be judged", item.id(), e);
            return new Verdict.Failed(String.valueOf(e.getMessage()));
        }
    }

    private Verdict judge(InboxItem item, Path bundle) throws IOException {
        Instant at = clock.instant();
        try (BundleFiles files = BundleFiles.open(bundle)) {
            Judgement judgement = judge.judgeBundle(item.fileName(), bundle, files);
            Verdict.Judged judged = new Verdict.Judged(judgement, at);
            VerdictFile.write(file(item), item, judged);
            return judged;
        }
    }

    private Path file(InboxItem item) {
        return folder.resolve(item.id() + ".json");
    }
}
