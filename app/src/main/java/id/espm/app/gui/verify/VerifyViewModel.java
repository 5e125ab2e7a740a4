package id.espm.app.gui.verify;

import id.espm.app.gui.look.Failure;
import id.espm.app.gui.page.PagesViewModel;
import id.espm.app.gui.verify.VerifyState.Cancelled;
import id.espm.app.gui.verify.VerifyState.Failed;
import id.espm.app.gui.verify.VerifyState.Idle;
import id.espm.app.gui.verify.VerifyState.Judging;
import id.espm.app.gui.verify.VerifyState.NothingFound;
import id.espm.app.gui.verify.VerifyState.Saved;
import id.espm.app.gui.work.Background;
import id.espm.app.gui.work.Running;
import id.espm.app.report.ReportFile;
import id.espm.app.report.RevocationText;
import id.espm.app.report.SignatureDetails;
import id.espm.app.report.VerificationReports;
import id.espm.app.report.VerificationSheet;
import id.espm.app.text.Messages;
import id.espm.app.text.Texts;
import id.espm.app.verification.Judged;
import id.espm.app.verification.SignedFileVerifier;
import id.espm.app.verification.SignedFiles;
import id.espm.app.verification.VerificationRun;
import id.espm.app.verification.VerificationTerms;
import id.espm.signer.SignerException;
import id.espm.signer.network.Proxies;
import id.espm.signer.opinion.DssJudge;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Judges whatever is given to it, keeps what came of it, and shows one of them with its pages. */
public final class VerifyViewModel {
    /** DSS needs memory for each file that it reads. */
    private static final int JOBS = 2;

    private final Background background;
    private final VerifySettings settings;
    private final PagesViewModel pages;
    private final ReadOnlyObjectWrapper<VerifyState> state = new ReadOnlyObjectWrapper<>(new Idle());
    private final ObservableList<VerifiedFile> files = FXCollections.observableArrayList();
    /** Kept, for it forwards changes only as long as somebody holds it. */
    private final ObservableList<VerifiedFile> seen = FXCollections.unmodifiableObservableList(files);

    private final ObjectProperty<Optional<VerifyItem>> selected = new SimpleObjectProperty<>(Optional.empty());
    private final BooleanProperty online = new SimpleBooleanProperty();
    private final List<Path> waiting = new ArrayList<>();
    private Running running = Running.NOTHING;

    public VerifyViewModel(Background background, VerifySettings settings) {
        this.background = background;
        this.settings = settings;
        this.pages = new PagesViewModel(background);
        selected.subscribe(item -> showPages());
    }

    public ReadOnlyObjectProperty<VerifyState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    public VerifyState state() {
        return state.get();
    }

    /** What was judged, in the order in which it was given. */
    public ObservableList<VerifiedFile> files() {
        return seen;
    }

    /** What is looked at. */
    public ObjectProperty<Optional<VerifyItem>> selectedProperty() {
        return selected;
    }

    /** Whether responders are asked for revocation; it takes a network. */
    public BooleanProperty onlineProperty() {
        return online;
    }

    /** The pages of what is looked at. */
    public PagesViewModel pages() {
        return pages;
    }

    public boolean isJudging() {
        return state.get() instanceof Judging;
    }

    /** Judges files, and those in folders that look signed; while others are judged they wait for their turn. */
    public void verify(List<Path> given) {
        if (isJudging()) {
            waiting.addAll(given);
            return;
        }
        boolean ask = online.get();
        Instant now = settings.clock().instant();
        int before = files.size();
        state.set(new Judging(0, 0, false));
        running = background
                .run(() -> judge(List.copyOf(given), now, ask))
                .onSuccess(total -> ended(total == 0 ? new NothingFound() : new Idle(), before))
                .onError(IOException.class, e -> ended(new Failed(new Failure.OfFiles(e)), before))
                .onCancelled(() -> ended(new Cancelled(), before))
                .start();
    }

    /** @return how many files there were */
    private int judge(List<Path> given, Instant at, boolean ask) throws IOException, InterruptedException {
        DssJudge.prepare();
        List<Path> found = new ArrayList<>();
        SignedFiles finder = new SignedFiles(List.of());
        for (Path path : given) {
            if (Files.isDirectory(path)) {
                finder.below(path).stream()
                        .filter(file -> !SignedFiles.isContent(file))
                        .forEach(found::add);
            } else {
                found.add(path);
            }
        }
        background.tellWindow(() -> progress(0, found.size()));
        Optional<Proxies> asked = ask ? Optional.of(settings.proxies()) : Optional.empty();
        SignedFileVerifier verifier = new SignedFileVerifier(
                new VerificationTerms(settings.anchors(), at, asked, false).settings(), settings.rules());
        new VerificationRun(verifier, JOBS).run(found, Optional.empty(), (judged, done) -> {
            VerifiedFile file = new VerifiedFile(judged, at, ask, SignedFileVerifier.isPdf(judged.file()));
            background.tellWindow(() -> {
                add(file);
                progress(done, found.size());
            });
        });
        return found.size();
    }

    private void progress(int done, int total) {
        if (state.get() instanceof Judging now) {
            state.set(new Judging(done, total, now.cancelling()));
        }
    }

    /** A file that is judged again takes its earlier place. */
    private void add(VerifiedFile file) {
        for (int i = 0; i < files.size(); i++) {
            if (files.get(i).judged().file().equals(file.judged().file())) {
                files.set(i, file);
                select(file);
                return;
            }
        }
        files.add(file);
        if (selected.get().isEmpty()) {
            select(file);
        }
    }

    private void select(VerifiedFile file) {
        selected.set(Optional.of(VerifyItem.of(file)));
    }

    private void ended(VerifyState how, int before) {
        state.set(how);
        if (files.size() > before) {
            select(files.get(before));
        }
        if (!waiting.isEmpty()) {
            List<Path> next = List.copyOf(waiting);
            waiting.clear();
            verify(next);
        }
    }

    /** Judges what is looked at once more, such as with the network. */
    public void again() {
        selected.get().ifPresent(item -> verify(List.of(item.file().judged().file())));
    }

    /** Asks the judging that goes on to stop. */
    public void cancel() {
        waiting.clear();
        if (state.get() instanceof Judging now) {
            state.set(new Judging(now.done(), now.total(), true));
            running.cancel();
        }
    }

    /** Forgets what was judged. */
    public void clear() {
        if (!isJudging()) {
            selected.set(Optional.empty());
            files.clear();
            state.set(new Idle());
        }
    }

    private void showPages() {
        Optional<VerifyItem> item = selected.get();
        item.flatMap(VerifyItem::pages).ifPresentOrElse(pages::show, pages::clear);
    }

    /**
     * Writes the report on the file that is looked at: for programs where the name ends in {@code .json}, else a PDF.
     *
     * @param texts in whose language people are told
     */
    public void save(Path target, Texts texts) {
        Optional<VerifyItem> item = selected.get();
        if (item.isEmpty() || isJudging()) {
            return;
        }
        VerifiedFile file = item.get().file();
        background
                .run(() -> write(new ReportFile(target, true), file, texts))
                .onSuccess(written -> state.set(new Saved(written)))
                .onError(SignerException.class, e -> state.set(new Failed(new Failure.OfSigner(e.problem()))))
                .onError(IOException.class, e -> state.set(new Failed(new Failure.OfFiles(e))))
                .start();
    }

    private Path write(ReportFile target, VerifiedFile file, Texts texts) throws IOException, SignerException {
        Judged judged = file.judged();
        SignatureDetails details = new SignatureDetails(texts, file.at(), new RevocationText(texts, file.online(), ""));
        VerificationReports reports = new VerificationReports(
                List.of(target),
                new VerificationSheet(texts, details, settings.clock().instant(), file.at()),
                Texts.of(Messages.INDONESIAN, settings.clock().getZone()));
        reports.add(judged);
        reports.write();
        return target.path();
    }

    /** Stops everything. */
    public void close() {
        cancel();
        pages.close();
    }
}
