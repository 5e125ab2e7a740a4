package id.espm.app.gui;

import id.espm.app.gui.failure.UnexpectedFailure;
import id.espm.app.gui.look.FilePicker;
import id.espm.app.gui.look.FolderOpener;
import id.espm.app.gui.look.Screens;
import id.espm.app.gui.look.Theme;
import id.espm.app.gui.look.Words;
import id.espm.app.gui.work.Background;
import id.espm.app.text.Messages;
import java.time.Clock;
import java.util.Locale;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.InputEvent;
import javafx.stage.Stage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The window with its language and theme. Changing the language draws everything anew; what was done stays. */
final class SignerWindow {
    /** What is left of 1366x768 at 125 % beside the task bar and the window's title. */
    static final double WIDTH = 1080;

    static final double HEIGHT = 600;

    private static final Logger LOG = LoggerFactory.getLogger(SignerWindow.class);

    private final Stage stage;
    private final FilePicker files;
    private final FolderOpener folders;
    private final Clock clock;
    private final Background background;
    private final MainViewModel model;
    private final Scene scene;
    private Words words;
    private Theme theme = Theme.LIGHT;
    private MainView view;

    SignerWindow(Stage stage, GuiServices services, FilePicker files, FolderOpener folders) {
        this.stage = stage;
        this.files = files;
        this.folders = folders;
        this.clock = services.signing().clock();
        this.words = Words.of(services.language(), clock.getZone());
        this.background = new Background(Platform::runLater, this::unexpected);
        this.model = new MainViewModel(services, background);
        this.view = new MainView(model, context());
        this.scene = new Scene(Screens.load(view, words), WIDTH, HEIGHT);
        scene.getStylesheets().add(stylesheet());
        scene.addEventFilter(InputEvent.ANY, event -> model.certificate().touched());
        view.addShortcuts();
    }

    static String stylesheet() {
        return Objects.requireNonNull(SignerWindow.class.getResource("gui.css")).toExternalForm();
    }

    void show() {
        Application.setUserAgentStylesheet(theme.stylesheet());
        Thread.currentThread().setUncaughtExceptionHandler((thread, failure) -> unexpected(failure));
        stage.setScene(scene);
        stage.setTitle(words.get("main.title"));
        AppIcon.addTo(stage);
        stage.setMinWidth(640);
        stage.setMinHeight(400);
        stage.setOnHidden(event -> close());
        stage.show();
    }

    MainViewModel model() {
        return model;
    }

    private void close() {
        model.close();
        view.close();
    }

    /** Work that was stopped by closing the window. */
    Background background() {
        return background;
    }

    private WindowContext context() {
        return new WindowContext(
                words,
                files,
                folders,
                new WindowContext.Switches(this::switchLanguage, this::switchTheme, () -> theme == Theme.DARK));
    }

    private void switchLanguage() {
        Locale other = words.isEnglish() ? Messages.INDONESIAN : Locale.ENGLISH;
        words = Words.of(other, clock.getZone());
        view.close();
        view = new MainView(model, context());
        Parent root = Screens.load(view, words);
        scene.setRoot(root);
        view.addShortcuts();
        view.focusLanguage();
        stage.setTitle(words.get("main.title"));
    }

    private void switchTheme() {
        theme = theme.other();
        Application.setUserAgentStylesheet(theme.stylesheet());
    }

    private void unexpected(Throwable failure) {
        UnexpectedFailure told = UnexpectedFailure.of(failure, clock.instant());
        LOG.error("fault {}\n{}", told.code(), told.details());
        tell(told);
    }

    void tell(UnexpectedFailure failure) {
        view.tell(failure);
    }
}
