package id.espm.app.gui;

import static org.awaitility.Awaitility.await;

import id.espm.app.espm.SubmissionOutcome;
import id.espm.app.espm.SubmissionStatus;
import id.espm.app.espm.TokenSource;
import id.espm.app.gui.bench.Pictures;
import id.espm.app.gui.bench.PlayedSender;
import id.espm.app.gui.certificate.CertificateState;
import id.espm.app.gui.look.FilePicker;
import id.espm.app.gui.look.Screen;
import id.espm.app.gui.paket.PackageVerdict;
import id.espm.app.gui.send.BundleSender;
import id.espm.app.gui.sign.SignSettings;
import id.espm.app.gui.sign.SignState;
import id.espm.app.settings.SettingsFolder;
import id.espm.app.signing.ChosenMethod;
import id.espm.sandbox.PracticeFolder;
import id.espm.sandbox.PracticeOfficial;
import id.espm.signer.key.Secret;
import id.espm.signer.rules.Rules;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import javafx.stage.Stage;
import org.testfx.util.WaitForAsyncUtils;

/** A real window on a screen that nobody sees, with pickers that answer by themselves. */
final class WindowBench {
    static final String CODE = "123456";
    static final Path GUIDE = Path.of("..", "docs", "panduan", "index.html");

    private final PracticeFolder practice;
    private final List<Path> shown = new ArrayList<>();
    private final List<URI> pages = new ArrayList<>();
    private Optional<Path> picked = Optional.empty();
    private Optional<Path> guide = Optional.of(GUIDE);
    private boolean browses = true;
    private SignerWindow window;

    WindowBench(PracticeFolder practice) {
        this.practice = practice;
    }

    /** Opens it; signed bundles go to a folder. */
    void open(Stage stage, Path out) {
        SignSettings signing = new SignSettings(
                Rules.builtIn(),
                source -> out,
                jenis -> "Persetujuan",
                out.resolveSibling("history"),
                ChosenMethod::basic,
                Clock.system(ZoneId.of("Asia/Makassar")));
        SettingsFolder settings = new SettingsFolder(out.resolveSibling("settings"));
        GuiServices services = new GuiServices.Builder(settings, signing, sender(out)).build();
        open(stage, () -> services);
    }

    /** Opens it on a workplace of the test's own, which is asked for whenever it is opened anew. */
    void open(Stage stage, Supplier<GuiServices> services) {
        window = new SignerWindow(
                stage, services, new WindowTools(new Picker(), shown::add, this::browse, guide, Optional.of(false)));
        // The stage is one for all tests: the one before may have left it small.
        stage.setWidth(SignerWindow.WIDTH);
        stage.setHeight(SignerWindow.HEIGHT);
        window.show();
    }

    private static BundleSender sender(Path out) {
        return new PlayedSender((login, parcel, tokens, listener) -> {
            listener.sent(10, 20);
            TokenSource.Request first = new TokenSource.Request("s***@x.go.id", TokenSource.Occasion.NEEDED, 0);
            TokenSource.Request again = new TokenSource.Request("s***@x.go.id", TokenSource.Occasion.WRONG, 2);
            Optional<String> code = tokens.ask(first);
            while (!code.equals(Optional.of(CODE))) {
                code = tokens.ask(again);
            }
            return new SubmissionOutcome(
                    "01jdk3m8q2x4", SubmissionStatus.SENT, out.resolve("a.receipt.json"), out, Instant.now());
        });
    }

    MainViewModel model() {
        return window.model();
    }

    SignerWindow window() {
        return window;
    }

    /** What the file manager was asked to show. */
    List<Path> shown() {
        return shown;
    }

    /** What the browser was asked to open. */
    List<URI> pages() {
        return pages;
    }

    /** The window to be opened finds no guide beside the program. */
    void withoutGuide() {
        guide = Optional.empty();
    }

    /** From now on no page opens. */
    void withoutBrowser() {
        browses = false;
    }

    private void browse(URI page) throws IOException {
        if (!browses) {
            throw new IOException("no browser");
        }
        pages.add(page);
    }

    /** What the next picker answers. */
    void willPick(Path path) {
        picked = Optional.of(path);
    }

    /** Chooses and opens an official's certificate without typing. */
    void openCertificate(String name) throws IOException {
        openCertificate(practice.official(name));
    }

    /** The same of an official elsewhere. */
    void openCertificate(PracticeOfficial official) throws IOException {
        char[] passphrase = official.passphrase();
        onWindow(() -> model().certificate().choose(official.p12()));
        settle();
        onWindow(() -> model().certificate().open(Secret.copyOf(passphrase)));
        settle();
    }

    /** Chooses a package without dragging. */
    void choosePackage(Path folder) {
        onWindow(() -> model().paket().choose(folder));
        until(() -> model().paket().openProperty().get().all().stream()
                .anyMatch(tab -> tab.files().stream().anyMatch(file -> file.startsWith(folder))));
        settle();
    }

    /** Goes on to sending what was signed. */
    void sendSigned() {
        SignState.Done done = (SignState.Done) model().sign().state();
        onWindow(() -> model().send(done.outcomes().stream()
                .flatMap(each -> each.signed().stream())
                .toList()));
    }

    /** Goes to a screen without the mouse. */
    void go(Screen screen) {
        onWindow(() -> model().go(screen));
    }

    /** Waits until nothing goes on in the background. */
    void settle() {
        until(() -> !(model().certificate().state() instanceof CertificateState.Opening)
                && !(model().paket().verdict() instanceof PackageVerdict.Checking)
                && !model().sign().isSigning());
        layOut();
    }

    /** Nodes are where they will be clicked: panes that scroll take in their content a pulse later than the rest. */
    private void layOut() {
        for (int pulse = 0; pulse < 2; pulse++) {
            onWindow(() -> {
                window.root().applyCss();
                window.root().layout();
            });
        }
    }

    /** What is seen now, to a file. */
    void picture(Path png) {
        onWindow(() -> Pictures.write(window.root(), png));
    }

    /** A picture for people to look at, where they want one. */
    void picture(String name) {
        onWindow(() -> Pictures.take(window.root(), name));
    }

    /** Waits until what was stopped has ended. */
    void awaitEnd() throws InterruptedException {
        window.background().awaitEnd(Duration.ofSeconds(30));
        WaitForAsyncUtils.waitForFxEvents();
    }

    void until(Callable<Boolean> condition) {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> WaitForAsyncUtils.waitFor(WaitForAsyncUtils.asyncFx(condition)));
        WaitForAsyncUtils.waitForFxEvents();
    }

    static void onWindow(Runnable action) {
        WaitForAsyncUtils.waitFor(WaitForAsyncUtils.asyncFx(action));
        WaitForAsyncUtils.waitForFxEvents();
    }

    static <T> T onWindow(Callable<T> question) {
        return WaitForAsyncUtils.waitFor(WaitForAsyncUtils.asyncFx(question));
    }

    private final class Picker implements FilePicker {
        @Override
        public List<Path> files(String title, List<FilePicker.Kind> kinds) {
            return picked.stream().toList();
        }

        @Override
        public Optional<Path> save(String title, String suggested, FilePicker.Kind kind) {
            return picked;
        }

        @Override
        public Optional<Path> certificate(String title, String kindOfP12, String anyKind) {
            return picked;
        }

        @Override
        public Optional<Path> file(String title) {
            return picked;
        }

        @Override
        public Optional<Path> folder(String title) {
            return picked;
        }
    }
}
