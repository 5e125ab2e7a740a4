package id.espm.app.gui;

import id.espm.app.gui.instance.HandOver;
import id.espm.app.gui.instance.SingleInstance;
import id.espm.app.gui.look.Browser;
import id.espm.app.gui.look.FolderOpener;
import id.espm.app.gui.look.NativeFilePicker;
import id.espm.app.gui.work.Background;
import id.espm.app.settings.SettingsFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens the window. Nothing else of the program touches the toolkit, which needs fonts and a screen. */
public final class GuiMain {
    private static final Logger LOG = LoggerFactory.getLogger(GuiMain.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int ATTEMPTS = 20;
    private static final Duration PAUSE = Duration.ofMillis(250);

    /** Names a file that appears with the first screen. */
    private static final String READY = "espm.window.ready";

    private GuiMain() {}

    /**
     * Opens the window by what is set up, and waits until it was closed; where it is open already, hands the files to it.
     *
     * @param files   to be taken in as if they were dropped on it
     * @param english whether to speak English; empty: as the window remembers
     * @throws IOException                   if the settings folder cannot be used
     * @throws UnsupportedOperationException if there is no screen
     */
    public static void open(SettingsFolder settings, List<Path> files, Optional<Boolean> english)
            throws IOException, InterruptedException {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<SingleInstance> taken = SingleInstance.take(settings.root());
            if (taken.isPresent()) {
                try (SingleInstance instance = taken.get()) {
                    launch(
                            new GuiSetup(settings, Clock.systemUTC())::services,
                            new Start(instance, files, english, shown()));
                    return;
                }
            }
            if (HandOver.give(settings.root(), files)) {
                return;
            }
            // The other window is just being opened, or closed.
            Thread.sleep(PAUSE);
        }
        throw new IOException("the window that is open does not answer");
    }

    /**
     * Opens the window, and closes it as soon as its first screen was drawn.
     *
     * @throws IOException if the settings folder cannot be used, or a window of it is open
     */
    public static void rehearse(SettingsFolder settings) throws IOException, InterruptedException {
        try (SingleInstance instance = SingleInstance.take(settings.root())
                .orElseThrow(() -> new IOException("a window of these settings is open"))) {
            launch(
                    new GuiSetup(settings, Clock.systemUTC())::services,
                    new Start(instance, List.of(), Optional.empty(), Stage::hide));
        }
    }

    /** What is done once the first screen was drawn: {@code installer/measure-start} waits for a file. */
    private static Consumer<Stage> shown() {
        return Optional.ofNullable(System.getProperty(READY))
                .<Consumer<Stage>>map(file -> stage -> tell(Path.of(file)))
                .orElse(stage -> {});
    }

    private static void tell(Path file) {
        try {
            Files.createFile(file);
        } catch (IOException e) {
            LOG.warn("whoever waits for the window cannot be told", e);
        }
    }

    /** What the first window of a settings folder begins with. */
    private record Start(SingleInstance instance, List<Path> files, Optional<Boolean> english, Consumer<Stage> shown) {}

    /** Waits until the window was closed, and then for whatever the closing stopped. The toolkit starts only once. */
    private static void launch(Supplier<GuiServices> services, Start start) throws InterruptedException {
        CompletableFuture<Background> closed = new CompletableFuture<>();
        Platform.setImplicitExit(false);
        Platform.startup(() -> CompletableFuture.runAsync(() -> open(services, start, closed), Runnable::run)
                .exceptionally(failure -> {
                    closed.completeExceptionally(failure);
                    return null;
                }));
        try {
            boolean ended = closed.get().awaitEnd(PATIENCE);
            if (!ended) {
                LOG.warn("work went on after the window was closed");
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("the window cannot be opened", e.getCause());
        } finally {
            Platform.exit();
        }
    }

    private static void open(Supplier<GuiServices> services, Start start, CompletableFuture<Background> closed) {
        Stage stage = new Stage();
        WindowTools tools = new WindowTools(
                new NativeFilePicker(stage),
                FolderOpener.ofThisSystem(),
                Browser.ofThisSystem(),
                Guide.ofThisProgram(),
                start.english());
        SignerWindow window = new SignerWindow(stage, services, tools);
        window.show();
        new FirstScreen(() -> start.shown().accept(stage)).start();
        stage.showingProperty().addListener(observable -> closed.complete(window.background()));
        window.take(start.files());
        try {
            start.instance().listen(files -> Platform.runLater(() -> window.take(files)));
        } catch (IOException e) {
            // Later starts cannot hand over their files then; nothing else suffers.
            LOG.warn("the window cannot be reached by later starts", e);
        }
    }

    /** Runs something once the first picture of the window was drawn: a pulse draws, and the next but one begins after that. */
    private static final class FirstScreen extends AnimationTimer {
        private static final int DRAWN = 3;

        private final Runnable drawn;
        private int pulses;

        FirstScreen(Runnable drawn) {
            this.drawn = drawn;
        }

        @Override
        public void handle(long now) {
            pulses++;
            if (pulses == DRAWN) {
                stop();
                drawn.run();
            }
        }
    }
}
