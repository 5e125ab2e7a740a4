package id.espm.app.gui.sign;

import id.espm.app.gui.paket.ReadyPackage;
import id.espm.app.history.History;
import id.espm.app.signing.BatchItem;
import id.espm.app.signing.BatchItem.State;
import id.espm.app.signing.BatchSigner;
import id.espm.app.signing.ChosenMethod;
import id.espm.app.signing.Failure;
import id.espm.app.signing.Failures;
import id.espm.app.signing.OutputFolder;
import id.espm.app.signing.Pace;
import id.espm.app.signing.RecordWords;
import id.espm.app.signing.RecordedSigner;
import id.espm.app.signing.Resumption;
import id.espm.app.signing.RunLock;
import id.espm.app.signing.SameDocument;
import id.espm.app.text.Messages;
import id.espm.app.text.PackageText;
import id.espm.app.text.Texts;
import id.espm.signer.Caution;
import id.espm.signer.SignerException;
import id.espm.signer.SigningListener;
import id.espm.signer.key.SigningKey;
import id.espm.signer.paket.SigningPackage;
import id.espm.signer.pdf.PdfAppearances;
import id.espm.signer.sign.CheckedPackage;
import id.espm.signer.sign.PackageSigner;
import id.espm.signer.sign.SignedPackage;
import id.espm.signer.sign.SigningOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/**
 * One signing of one or several packages, one after another, in the background. A package that fails is set aside and the others
 * go on; an interrupt stops it, and what was being written does not appear.
 */
final class SigningRun {
    private final SignSettings settings;
    private final PdfAppearances appearances;
    private final PackageSigner signer;
    private final List<ReadyPackage> packages;
    private final Listener listener;
    private final Pace pace = new Pace(System::nanoTime);
    private final int total;
    private int finished;

    /** @param appearances how the signatures in the PDFs will be seen */
    SigningRun(SignSettings settings, PdfAppearances appearances, List<ReadyPackage> packages, Listener listener) {
        this.appearances = appearances;
        this.settings = settings;
        this.signer = new PackageSigner(settings.rules());
        this.packages = packages;
        this.listener = listener;
        this.total = packages.stream().mapToInt(each -> files(each.checked())).sum();
    }

    /** Hears how far it is, on the signing's own thread. */
    interface Listener {
        /** @param done files of all packages */
        void signed(String file, int done, int total, Optional<Duration> left);

        /** A package has ended in some way. */
        void ended(SignOutcome outcome);
    }

    static int files(CheckedPackage checked) {
        return checked.request().contents().dokumen().size();
    }

    int total() {
        return total;
    }

    /**
     * Signs.
     *
     * @param key fit to sign; stays the caller's to close
     * @return how far this computer's clock is off, if the TSA showed that it is
     * @throws SignerException what stops all packages alike
     */
    Optional<Caution.ClockDrift> sign(SigningKey key) throws SignerException, IOException, InterruptedException {
        try (ChosenMethod method = settings.method().open();
                History history = History.open(settings.history())) {
            stopIfAsked();
            RecordedSigner.requireClock(history, settings.clock().instant());
            List<BatchItem> items = packages.stream()
                    .map(each -> BatchItem.read(each.checked().source()).with(new State.Checked(each.checked())))
                    .toList();
            List<BatchItem> apart = new SameDocument(settings.rules()).setAside(items);
            Map<Path, List<BatchItem>> byFolder = new LinkedHashMap<>();
            for (BatchItem item : apart) {
                if (item.checked().isPresent()) {
                    Path folder = settings.folder().apply(item.checked().get().source());
                    byFolder.computeIfAbsent(folder, one -> new ArrayList<>()).add(item);
                } else {
                    end(item);
                }
            }
            for (Map.Entry<Path, List<BatchItem>> group : byFolder.entrySet()) {
                sign(group.getKey(), group.getValue(), key, method, history);
            }
            return method.drift();
        }
    }

    private void sign(Path folder, List<BatchItem> items, SigningKey key, ChosenMethod method, History history)
            throws IOException, InterruptedException {
        boolean several = packages.size() > 1;
        try (RunLock lock = several ? RunLock.take(settings.history(), folder) : RunLock.none(folder)) {
            new OutputFolder(folder).requireWritable();
            lock.sweep();
            List<BatchItem> open = several ? goOn(items, folder, history) : items;
            RecordedSigner recorded = new RecordedSigner(signer, history, words(), several);
            Failures failures = new Failures(history, folder);
            List<BatchItem> done = new BatchSigner(signer, 1)
                    .sign(
                            open,
                            (item, checked) -> sign(item, checked, recorded, key, options(folder, checked, method)),
                            (item, count, all) -> end(item));
            for (BatchItem item : done) {
                if (item.state() instanceof State.Failed failed) {
                    failures.writeDown(item, code(failed.failure()), OffsetDateTime.now(settings.clock()));
                }
            }
        } catch (SignerException e) {
            BatchSigner.skip(items, new Failure.Refused(e.problem())).forEach(this::end);
        }
    }

    /** What an earlier run signed into the folder is told, and not signed again. */
    private List<BatchItem> goOn(List<BatchItem> items, Path folder, History history)
            throws SignerException, IOException {
        List<BatchItem> known = new Resumption(signer, history, settings.clock(), words()).goOn(items, folder);
        known.stream().filter(item -> item.checked().isEmpty()).forEach(this::end);
        return known;
    }

    private SignedPackage sign(
            BatchItem item, CheckedPackage checked, RecordedSigner recorded, SigningKey key, SigningOptions options)
            throws SignerException, IOException {
        int before = finished;
        SigningListener each = (file, done, all) -> {
            pace.step();
            listener.signed(file, before + done, total, pace.left(total - before - done));
            stopIfAsked();
        };
        return recorded.sign(item, checked, key, options, each);
    }

    private void end(BatchItem item) {
        finished += item.paket().map(this::filesOf).orElse(0);
        packages.stream()
                .filter(each -> item.paket().equals(Optional.of(each.checked().source())))
                .findFirst()
                .ifPresent(each -> listener.ended(new SignOutcome(each.draft(), item)));
    }

    private int filesOf(SigningPackage source) {
        return packages.stream()
                .filter(each -> each.checked().source().equals(source))
                .mapToInt(each -> files(each.checked()))
                .findFirst()
                .orElse(0);
    }

    private SigningOptions options(Path folder, CheckedPackage checked, ChosenMethod method) {
        return new SigningOptions.Builder(
                        folder, settings.alasan().apply(checked.source().jenis()), ZonedDateTime.now(settings.clock()))
                .method(method.method())
                .appearances(appearances)
                .build();
    }

    /** The history is Indonesian whatever language the window speaks. */
    private static RecordWords words() {
        return new RecordWords(new PackageText(Messages.shared(Messages.INDONESIAN))::difference);
    }

    private String code(Failure failure) {
        Texts texts = Texts.of(Messages.INDONESIAN, settings.clock().getZone());
        return failure.explain(texts.problems()).code();
    }

    /** The interrupt that asks to stop is seen between two files even where no file is being read or written. */
    private static void stopIfAsked() {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException();
        }
    }
}
