package id.espm.app.gui;

import id.espm.app.gui.look.Browser;
import id.espm.app.gui.look.FolderOpener;
import id.espm.app.gui.look.NativeFilePicker;
import id.espm.app.gui.work.Background;
import id.espm.app.settings.SettingsFolder;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens the window. Nothing else of the program touches the toolkit, which needs fonts and a screen. */
public final class GuiMain {
    private static final Logger LOG = LoggerFactory.getLogger(GuiMain.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private GuiMain() {}

    /** Opens the window by what is set up on this machine, and waits until it was closed. */
    public static void main(String[] args) throws InterruptedException {
        SettingsFolder settings = SettingsFolder.locate(Optional.empty(), SettingsFolder.Platform.current());
        launch(new GuiSetup(settings, Clock.systemUTC())::services, language(System.getenv("ESPM_LANG")));
    }

    /**
     * Opens the window, waits until it was closed, and then for whatever the closing stopped. To be called once, since the
     * toolkit starts only once.
     *
     * @param services asked whenever the workplace is opened anew
     * @param english  whether to speak English; empty: as the window remembers
     * @throws InterruptedException          if the waiting thread was interrupted
     * @throws UnsupportedOperationException if there is no screen
     * @throws IllegalStateException         if the window cannot be opened
     */
    public static void launch(Supplier<GuiServices> services, Optional<Boolean> english) throws InterruptedException {
        CompletableFuture<Background> closed = new CompletableFuture<>();
        Platform.setImplicitExit(false);
        Platform.startup(() -> CompletableFuture.runAsync(() -> open(services, english, closed), Runnable::run)
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

    /** Whether the environment asks for English; empty where it asks for nothing. */
    private static Optional<Boolean> language(@Nullable String said) {
        return Optional.ofNullable(said)
                .filter(text -> !text.isBlank())
                .map(text -> text.toLowerCase(Locale.ROOT).startsWith("en"));
    }

    private static void open(
            Supplier<GuiServices> services, Optional<Boolean> english, CompletableFuture<Background> closed) {
        Stage stage = new Stage();
        WindowTools tools = new WindowTools(
                new NativeFilePicker(stage), FolderOpener.ofThisSystem(), Browser.ofThisSystem(), english);
        SignerWindow window = new SignerWindow(stage, services, tools);
        window.show();
        stage.showingProperty().addListener(observable -> closed.complete(window.background()));
    }
}
