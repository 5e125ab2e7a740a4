package id.espm.app.gui;

import id.espm.app.gui.look.FolderOpener;
import id.espm.app.gui.look.NativeFilePicker;
import id.espm.app.settings.SettingsFolder;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import javafx.stage.Stage;

/** Opens the window. Nothing else of the program touches the toolkit, which needs fonts and a screen. */
public final class GuiMain {
    private GuiMain() {}

    /** Opens the window by what is set up on this machine, and waits until it was closed. */
    public static void main(String[] args) throws InterruptedException {
        SettingsFolder settings = SettingsFolder.locate(Optional.empty(), SettingsFolder.Platform.current());
        launch(new GuiSetup(settings, System.getenv(), Clock.systemUTC()).services());
    }

    /**
     * Opens the window and waits until it was closed. To be called once, since the toolkit starts only once.
     *
     * @throws InterruptedException          if the waiting thread was interrupted
     * @throws UnsupportedOperationException if there is no screen
     */
    public static void launch(GuiServices services) throws InterruptedException {
        CountDownLatch closed = new CountDownLatch(1);
        Platform.setImplicitExit(false);
        Platform.startup(() -> open(services, closed));
        closed.await();
        Platform.exit();
    }

    /** A window that cannot be opened must not leave the caller waiting. */
    private static void open(GuiServices services, CountDownLatch closed) {
        boolean opened = false;
        try {
            Stage stage = new Stage();
            new SignerWindow(stage, services, new NativeFilePicker(stage), FolderOpener.ofThisSystem()).show();
            stage.showingProperty().addListener(observable -> closed.countDown());
            opened = true;
        } finally {
            if (!opened) {
                closed.countDown();
            }
        }
    }
}
