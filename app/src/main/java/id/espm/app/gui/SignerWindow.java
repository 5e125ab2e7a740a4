package id.espm.app.gui;

import id.espm.app.gui.failure.UnexpectedFailure;
import id.espm.app.gui.look.FilePicker;
import id.espm.app.gui.look.FolderOpener;
import id.espm.app.gui.look.Screens;
import id.espm.app.gui.look.SystemTheme;
import id.espm.app.gui.look.Theme;
import id.espm.app.gui.look.ThemeChoice;
import id.espm.app.gui.look.WindowContext;
import id.espm.app.gui.look.Words;
import id.espm.app.gui.look.Workplace;
import id.espm.app.gui.practice.PracticeState;
import id.espm.app.gui.practice.PracticeViewModel;
import id.espm.app.gui.work.Background;
import id.espm.app.settings.SettingsFolder;
import id.espm.app.settings.WindowMemory;
import id.espm.app.text.Messages;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.InputEvent;
import javafx.stage.Stage;
import javafx.util.Subscription;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The window with its workplace, language and theme. Changing the language draws everything anew; what was done stays. Another
 * workplace begins afresh (ADR-0019).
 */
final class SignerWindow implements Workplace {
    /** What is left of 1366x768 at 125 % beside the task bar and the window's title. */
    static final double WIDTH = 1080;

    static final double HEIGHT = 600;

    private static final Logger LOG = LoggerFactory.getLogger(SignerWindow.class);

    private final Stage stage;
    private final FilePicker files;
    private final FolderOpener folders;
    private final Guide guide;
    private final Supplier<GuiServices> real;
    private final SettingsFolder home;
    private final PracticeViewModel practice;
    private final Background background;
    private final Scene scene;
    private final Subscription systemTheme;
    private Supplier<GuiServices> services;
    private boolean practising;
    private Clock clock;
    private Look look;
    private Words words;
    private MainViewModel model;
    private MainView view;

    /** @param real asked for the real workplace whenever it is opened anew */
    SignerWindow(Stage stage, Supplier<GuiServices> real, WindowTools tools) {
        this.stage = stage;
        this.files = tools.files();
        this.folders = tools.folders();
        this.guide = new Guide(tools.guide(), tools.browser());
        this.real = real;
        this.services = real;
        this.background = new Background(Platform::runLater, this::unexpected);
        GuiServices first = real.get();
        this.home = first.settings();
        WindowMemory memory = home.window();
        this.look = new Look(
                tools.english().orElseGet(() -> memory.language().orElse("").equals(Locale.ENGLISH.getLanguage())),
                memory.theme().map(ThemeChoice::of).orElse(ThemeChoice.SYSTEM));
        this.clock = first.signing().clock();
        this.words = wordsNow();
        this.practice = new PracticeViewModel(background, home.practice().resolve("window"), clock, tools.browser());
        this.model = new MainViewModel(first, background, practice);
        this.view = new MainView(model, context(), guide);
        this.scene = new Scene(Screens.load(view, words), WIDTH, HEIGHT);
        scene.addEventFilter(InputEvent.ANY, event -> model.certificate().touched());
        view.addShortcuts();
        systemTheme = SystemTheme.onChange(this::drawTheme);
        practice.stateProperty().subscribe(this::enter);
    }

    static String stylesheet() {
        return Objects.requireNonNull(SignerWindow.class.getResource("gui.css")).toExternalForm();
    }

    void show() {
        drawTheme();
        Thread.currentThread().setUncaughtExceptionHandler((thread, failure) -> unexpected(failure));
        stage.setScene(scene);
        stage.setTitle(words.get("main.title"));
        AppIcon.addTo(stage);
        stage.setMinWidth(640);
        stage.setMinHeight(400);
        home.window().place().ifPresent(place -> StagePlace.restore(stage, place));
        stage.setOnCloseRequest(event -> model.questionBeforeClosing().ifPresent(question -> {
            event.consume();
            view.ask(question, this::closeIf);
        }));
        stage.setOnHidden(event -> close());
        stage.focusedProperty().subscribe(focused -> {
            if (focused) {
                model.glance();
            }
        });
        stage.show();
        view.front();
    }

    /** Comes to the front, with files that were handed over as if they were dropped on it. */
    void take(List<Path> files) {
        if (files.isEmpty() || model.isBusy()) {
            toFront();
            return;
        }
        model.handedOver(files);
        toFront();
    }

    private void toFront() {
        stage.setIconified(false);
        stage.toFront();
        stage.requestFocus();
    }

    MainViewModel model() {
        return model;
    }

    /** What stands in the window. */
    Parent root() {
        return scene.getRoot();
    }

    private void closeIf(boolean meant) {
        if (meant) {
            stage.hide();
        }
    }

    private void close() {
        remember(memory -> memory.at(StagePlace.of(stage)));
        systemTheme.unsubscribe();
        model.close();
        practice.end();
        view.close();
    }

    /** Work that was stopped by closing the window. */
    Background background() {
        return background;
    }

    private WindowContext context() {
        return new WindowContext(words, files, folders, model, this);
    }

    private Words wordsNow() {
        return Words.of(look.english() ? Locale.ENGLISH : Messages.INDONESIAN, clock.getZone());
    }

    @Override
    public Look look() {
        return look;
    }

    @Override
    public void look(Look other) {
        boolean spoken = other.english() != look.english();
        look = other;
        remember(memory -> memory.looking(
                (other.english() ? Locale.ENGLISH : Messages.INDONESIAN).getLanguage(),
                other.theme().name()));
        if (spoken) {
            words = wordsNow();
            redraw();
            view.focusLanguage();
        }
        drawTheme();
    }

    @Override
    public void reopen() {
        MainViewModel former = model;
        open();
        model.follow(former);
        redraw();
    }

    /** Closes what is open, and opens the workplace that is wanted now. */
    private void open() {
        model.close();
        GuiServices next = services.get();
        clock = next.signing().clock();
        words = wordsNow();
        model = new MainViewModel(next, background, practice);
    }

    /** Practice and the real workplace are never open at once, and nothing goes from one to the other. */
    private void enter(PracticeState state) {
        if (practising == state instanceof PracticeState.On) {
            return;
        }
        practising = !practising;
        services =
                state instanceof PracticeState.On on ? new GuiSetup(on.session().settings(), clock)::services : real;
        open();
        redraw();
    }

    private void redraw() {
        view.close();
        view = new MainView(model, context(), guide);
        scene.setRoot(Screens.load(view, words));
        view.addShortcuts();
        view.front();
        stage.setTitle(words.get("main.title"));
    }

    private void drawTheme() {
        Theme theme = look.theme().theme(SystemTheme::now);
        Application.setUserAgentStylesheet(theme.stylesheet());
        List<String> sheets = new ArrayList<>(theme.tokens());
        sheets.add(stylesheet());
        if (!scene.getStylesheets().equals(sheets)) {
            scene.getStylesheets().setAll(sheets);
        }
    }

    /** The look is the window's, whichever workplace it shows; it is kept with the real one. */
    private void remember(UnaryOperator<WindowMemory> change) {
        try {
            home.remember(change);
        } catch (IOException e) {
            // A window that forgets its size is no reason to disturb anybody.
            LOG.info("the window's place was not kept: {}", e.getClass().getSimpleName());
        }
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
