package id.espm.app.signing;

import id.espm.app.signing.BatchItem.State;
import id.espm.signer.SignerException;
import id.espm.signer.sign.CheckedPackage;
import id.espm.signer.sign.PackageSigner;
import id.espm.signer.sign.SignedPackage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/**
 * Reads, checks and signs packages by several workers. A package that fails is set aside with its reason and the rest go on. An
 * interrupt stops all workers; what they were writing does not appear.
 */
public final class BatchSigner {
    private final PackageSigner signer;
    private final int jobs;

    /** @param jobs how many packages are worked on at once; at least one */
    public BatchSigner(PackageSigner signer, int jobs) {
        this.signer = signer;
        this.jobs = jobs;
    }

    /** What one folder holds; called from several threads. */
    @FunctionalInterface
    public interface Reading {
        /** @return one package, or the parts that it is divided into */
        List<BatchItem> read(Path folder);
    }

    /** How one package is signed; called from several threads. */
    @FunctionalInterface
    public interface Signing {
        SignedPackage sign(BatchItem item, CheckedPackage checked) throws SignerException, IOException;
    }

    /** Hears of each package that is done, from the workers' threads but never from two at once. */
    @FunctionalInterface
    public interface Listener {
        /** Hears nothing. */
        Listener NONE = (item, done, total) -> {};

        void done(BatchItem item, int done, int total);
    }

    /** Reads every folder, and gives what they hold in their order. */
    public List<BatchItem> read(List<Path> folders, Reading reading) throws InterruptedException {
        List<Callable<List<BatchItem>>> tasks = new ArrayList<>();
        folders.forEach(folder -> tasks.add(() -> reading.read(folder)));
        List<BatchItem> items = new ArrayList<>();
        List<Future<List<BatchItem>>> read = work(tasks);
        for (int i = 0; i < folders.size(); i++) {
            Path folder = folders.get(i);
            items.addAll(
                    result(read.get(i), cause -> List.of(BatchItem.unreadable(folder, new Failure.Faulty(cause)))));
        }
        return items;
    }

    /** Checks every package that was read, before any is signed. */
    public List<BatchItem> check(List<BatchItem> items, Listener listener) throws InterruptedException {
        return run(items, State.Read.class, this::check, listener);
    }

    /** Signs every package that was checked. */
    public List<BatchItem> sign(List<BatchItem> items, Signing signing, Listener listener) throws InterruptedException {
        return run(items, State.Checked.class, item -> sign(item, signing), listener);
    }

    /** Leaves all that was to be signed as it is, for a reason that is none of theirs. */
    public static List<BatchItem> skip(List<BatchItem> items, Failure reason) {
        return items.stream()
                .map(item -> item.checked().isPresent() ? item.with(new State.Skipped(reason)) : item)
                .toList();
    }

    private BatchItem check(BatchItem item) throws SignerException {
        return item.paket().isPresent()
                ? item.with(new State.Checked(signer.check(item.paket().get())))
                : item;
    }

    private static BatchItem sign(BatchItem item, Signing signing) throws SignerException, IOException {
        return item.checked().isPresent()
                ? item.with(new State.Signed(signing.sign(item, item.checked().get())))
                : item;
    }

    private interface Step {
        BatchItem run(BatchItem item) throws SignerException, IOException;
    }

    private List<BatchItem> run(List<BatchItem> items, Class<? extends State> ready, Step step, Listener listener)
            throws InterruptedException {
        List<BatchItem> open =
                items.stream().filter(item -> ready.isInstance(item.state())).toList();
        Counter counter = new Counter(open.size(), listener);
        List<Callable<BatchItem>> tasks = new ArrayList<>();
        for (BatchItem item : open) {
            tasks.add(() -> counter.count(settle(item, step)));
        }
        List<BatchItem> results = new ArrayList<>(items);
        Iterator<Future<BatchItem>> futures = work(tasks).iterator();
        for (int i = 0; i < items.size(); i++) {
            BatchItem item = items.get(i);
            if (ready.isInstance(item.state())) {
                results.set(i, result(futures.next(), cause -> item.with(new State.Failed(new Failure.Faulty(cause)))));
            }
        }
        return results;
    }

    /** All of them, done. */
    private <T> List<Future<T>> work(List<Callable<T>> tasks) throws InterruptedException {
        try (ExecutorService workers = Executors.newFixedThreadPool(Math.clamp(tasks.size(), 1, jobs))) {
            return workers.invokeAll(tasks);
        }
    }

    private static BatchItem settle(BatchItem item, Step step) {
        try {
            return step.run(item);
        } catch (SignerException e) {
            Failure refused = new Failure.Refused(e.problem());
            return item.with(refused.isOfAll() ? new State.Skipped(refused) : new State.Failed(refused));
        } catch (IOException e) {
            return item.with(new State.Failed(new Failure.Unwritable(e)));
        }
    }

    /** A fault in one package must not take the others along. */
    private static <T> T result(Future<T> future, Function<Throwable, T> faulty) throws InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            return faulty.apply(e.getCause() == null ? e : e.getCause());
        }
    }

    /** Counts what is done, one at a time. */
    private static final class Counter {
        private final int total;
        private final Listener listener;
        private int done;

        Counter(int total, Listener listener) {
            this.total = total;
            this.listener = listener;
        }

        synchronized BatchItem count(BatchItem item) {
            done++;
            listener.done(item, done, total);
            return item;
        }
    }
}
