package id.espm.app.gui;

import id.espm.app.gui.look.FolderOpener;
import id.espm.app.gui.look.NativeFilePicker;
import id.espm.app.gui.work.Background;
import id.espm.app.settings.SettingsFolder;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import javafx.application.Platform;
import javafx.stage.Stage;
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
        launch(new GuiSetup(settings, System.getenv(), Clock.systemUTC()).services());
    }

    /**
     * Opens the window, waits until it was closed, and then for whatever the closing stopped. To be called once, since the
     * toolkit starts only once.
     *
     * @throws InterruptedException          if the waiting thread was interrupted
     * @throws UnsupportedOperationException if there is no screen
     * @throws IllegalStateException         if the window cannot be opened
     */
    public static void launch(GuiServices services) throws InterruptedException {
        CompletableFuture<Background> closed = new CompletableFuture<>();
        Platform.setImplicitExit(false);
        Platform.startup(() -> CompletableFuture.runAsync(() -> open(services, closed), Runnable::run)
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

    private static void open(GuiServices services, CompletableFuture<Background> closed) {
        Stage stage = new Stage();
        SignerWindow window =
                new SignerWindow(stage, services, new NativeFilePicker(stage), FolderOpener.ofThisSystem());
        window.show();
        stage.showingProperty().addListener(observable -> closed.complete(window.background()));
    }
}
