package id.espm.app.cli.command;

import id.espm.app.cli.call.CommandContext;
import id.espm.app.cli.call.CommandException;
import id.espm.app.cli.call.ProgressLine;
import id.espm.app.history.History;
import id.espm.app.signing.BatchItem;
import id.espm.app.signing.BatchItem.State;
import id.espm.app.signing.BatchSigner;
import id.espm.app.signing.Failure;
import id.espm.app.signing.Failures;
import id.espm.app.signing.OutputFolder;
import id.espm.app.signing.Pace;
import id.espm.app.signing.RecordWords;
import id.espm.app.signing.RecordedSigner;
import id.espm.app.signing.Resumption;
import id.espm.app.signing.RunLock;
import id.espm.app.signing.SameDocument;
import id.espm.app.text.Explanation;
import id.espm.app.text.PackageText;
import id.espm.signer.Caution;
import id.espm.signer.SignerException;
import id.espm.signer.SigningListener;
import id.espm.signer.paket.PackageFolder;
import id.espm.signer.paket.PackageSplit;
import id.espm.signer.paket.SigningPackage;
import id.espm.signer.rules.Rules;
import id.espm.signer.sign.CheckedPackage;
import id.espm.signer.sign.PackageSigner;
import java.io.IOException;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What {@code sign} and {@code batch} share: check all, leave what is signed, ask once for the passphrase, sign. */
final class SigningWork {
    private final CommandContext context;
    private final SigningCall call;
    private final Rules rules;
    private final SigningTerms terms;
    private final PackageSigner signer;
    private final BatchSigner workers;
    private final BatchEvents events;
    private final SigningReport report;

    /** @param jobs how many packages are worked on at once */
    SigningWork(CommandContext context, SigningCall call, int jobs, BatchEvents events)
            throws CommandException, SignerException {
        call.signing().signature(context);
        this.terms = new SigningTerms(
                context, call.output(), call.details().alasan(), call.signing().visible());
        this.context = context;
        this.call = call;
        this.rules = context.rules();
        this.signer = new PackageSigner(rules, call.signing().review(context));
        this.workers = new BatchSigner(signer, jobs);
        this.events = events;
        this.report = new SigningReport(context, events.takeOutput());
    }

    /** Folders in their order, each as one package, or as several where it is to be divided. */
    List<BatchItem> read(List<Path> folders) throws SignerException, InterruptedException {
        // A profile that cannot be read is no fault of each package.
        context.profile();
        return workers.read(folders, this::read);
    }

    /** A folder as one package, or as several where it is to be divided. */
    List<BatchItem> read(Path folder) {
        try {
            return items(PackageFolder.read(
                    folder, call.details().details(), context.profile().details()));
        } catch (SignerException e) {
            return List.of(BatchItem.unreadable(folder, e.problem()));
        }
    }

    List<BatchItem> items(SigningPackage paket) {
        List<SigningPackage> parts = call.signing().split() ? new PackageSplit(rules).split(paket) : List.of(paket);
        if (parts.size() == 1) {
            return List.of(BatchItem.read(paket));
        }
        List<BatchItem> items = new ArrayList<>();
        parts.forEach(part -> items.add(BatchItem.part(part, items.size() + 1)));
        return items;
    }

    /** Does the work, prints what came of it, and gives the exit code. */
    int run(List<BatchItem> items) throws CommandException, SignerException, IOException, InterruptedException {
        long start = System.nanoTime();
        events.begin(items.size());
        List<BatchItem> done = check(items);
        if (call.signing().dryRun()) {
            done = isOpen(done) ? judgeKey(done) : done;
        } else if (isOpen(done) || call.rerun() != SigningCall.Rerun.SINGLE) {
            done = sign(done);
        }
        long elapsed = (System.nanoTime() - start) / 1_000_000;
        tell(done);
        return summarise(done, elapsed);
    }

    /** Prints what came of these packages, one by one. */
    void tell(List<BatchItem> done) {
        report.tell(done);
    }

    /** Prints what came of all packages together, and gives the exit code. */
    int summarise(List<BatchItem> done, long elapsedMs) throws IOException {
        events.end(done, elapsedMs);
        report.summarise(done, elapsedMs);
        return report.exitCode(done).value();
    }

    /** Checks all packages, each by itself and then against each other. */
    List<BatchItem> check(List<BatchItem> items) throws InterruptedException {
        ProgressLine progress = new ProgressLine(context);
        List<BatchItem> checked = workers.check(items, listener(progress, "progress.checked"));
        progress.end();
        List<BatchItem> apart = new SameDocument(rules).setAside(checked);
        apart.forEach(item -> item.checked().ifPresent(this::tellRepairs));
        DocumentCautions.of(apart).forEach(this::tell);
        return apart;
    }

    private List<BatchItem> judgeKey(List<BatchItem> items) throws CommandException, SignerException, IOException {
        if (!call.key().isKnown(context)) {
            context.tell(context.messages().get("sign.key-not-checked"));
            return items;
        }
        try {
            SigningSession.open(context, call.key(), call.signing()).close();
            return items;
        } catch (SignerException e) {
            return BatchSigner.skip(items, new Failure.Refused(e.problem()));
        }
    }

    private List<BatchItem> sign(List<BatchItem> items)
            throws CommandException, SignerException, IOException, InterruptedException {
        List<BatchItem> left = items;
        try (History history = openHistory();
                RunLock lock = lock()) {
            lock.sweep();
            left = goOn(left, history);
            if (isOpen(left)) {
                requireClock(history);
                try (SigningSession session = SigningSession.open(context, call.key(), call.signing())) {
                    left = sign(left, session, history);
                }
            }
            writeDownFailures(left, history);
            return left;
        } catch (SignerException e) {
            return BatchSigner.skip(left, new Failure.Refused(e.problem()));
        }
    }

    /** The record of what was signed; nothing is asked for as long as nothing could be written. */
    History openHistory() throws SignerException {
        new OutputFolder(call.output().outOrHere()).requireWritable();
        return History.open(context.settings().history());
    }

    /** A batch is alone in its folder for results. */
    RunLock lock() throws SignerException, IOException {
        Path output = call.output().outOrHere();
        return call.rerun() == SigningCall.Rerun.SINGLE
                ? RunLock.none(output)
                : RunLock.take(context.settings().history(), output);
    }

    /** Marks what earlier runs signed, and tells what else is known of the rest. */
    List<BatchItem> goOn(List<BatchItem> items, History history) throws SignerException, IOException {
        Resumption resumption = new Resumption(signer, history, context.clock().withZone(context.zone()), words());
        List<BatchItem> left = call.rerun() == SigningCall.Rerun.RESUME
                ? resumption.goOn(items, call.output().outOrHere())
                : items;
        for (BatchItem item : left) {
            Optional<CheckedPackage> open = item.checked();
            if (open.isPresent()) {
                resumption.cautions(open.get(), rules).forEach(this::tell);
            }
        }
        return left;
    }

    /** Signs with a key that is open, and writes down each signing. */
    List<BatchItem> sign(List<BatchItem> items, SigningSession session, History history)
            throws SignerException, InterruptedException {
        RecordedSigner recorded =
                new RecordedSigner(signer, history, words(), call.rerun() != SigningCall.Rerun.SINGLE);
        requireClock(history);
        ProgressLine progress = new ProgressLine(context);
        try {
            return workers.sign(
                    items,
                    (item, checked) -> recorded.sign(
                            item,
                            checked,
                            session.key(),
                            terms.options(checked.source().jenis(), session.method()),
                            SigningListener.NONE),
                    listener(progress, "progress.signed"));
        } finally {
            progress.end();
            session.tellDrift();
        }
    }

    /** Asked before the passphrase is, and again in each round of a long session. */
    private void requireClock(History history) throws SignerException {
        if (!call.signing().acceptsClock()) {
            RecordedSigner.requireClock(history, context.clock().instant());
        }
    }

    private RecordWords words() {
        return new RecordWords(new PackageText(context.jsonTexts().messages())::difference);
    }

    /** So that they can be tried again, and be accounted for. */
    void writeDownFailures(List<BatchItem> items, History history) throws SignerException {
        Failures failures = new Failures(history, call.output().outOrHere());
        OffsetDateTime now = OffsetDateTime.now(context.clock().withZone(context.zone()));
        for (BatchItem item : items) {
            if (item.state() instanceof State.Failed failed) {
                Explanation explanation =
                        failed.failure().explain(context.jsonTexts().problems());
                failures.writeDown(item, explanation.code(), now);
            }
        }
    }

    private void tell(Caution caution) {
        context.tell(context.texts().cautions().tell(caution));
    }

    private void tellRepairs(CheckedPackage checked) {
        checked.damaged().forEach(pdf -> context.tell(context.messages().get("sign.repaired", pdf)));
    }

    static boolean isOpen(List<BatchItem> items) {
        return items.stream().anyMatch(item -> item.state() instanceof State.Checked);
    }

    private BatchSigner.Listener listener(ProgressLine progress, String key) {
        Pace pace = new Pace(System::nanoTime);
        return (item, done, total) -> {
            pace.step();
            Optional<Long> seconds = pace.left(total - done).map(left -> left.toSeconds());
            events.done(item, done, total, seconds);
            if (total > 1) {
                String left = seconds.filter(some -> some > 0)
                        .map(some -> context.messages().get("progress.left", some))
                        .orElse("");
                progress.show(
                        context.messages().get(key, done, total, item.source().toString()) + left);
            }
        };
    }
}
