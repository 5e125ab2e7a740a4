package id.espm.app.gui;

import id.espm.app.gui.ask.AskView;
import id.espm.app.gui.ask.Question;
import id.espm.app.gui.failure.UnexpectedFailure;
import id.espm.app.gui.failure.UnexpectedView;
import id.espm.app.gui.look.Notice;
import id.espm.app.gui.look.Screen;
import id.espm.app.gui.look.ScreenView;
import id.espm.app.gui.look.Screens;
import id.espm.app.gui.look.SystemTheme;
import id.espm.app.gui.look.Theme;
import id.espm.app.gui.look.ThemeChoice;
import id.espm.app.gui.look.WindowContext;
import id.espm.app.gui.look.Workplace;
import id.espm.app.gui.practice.PracticeState;
import id.espm.app.gui.practice.PracticeView;
import id.espm.app.update.UpdateAnswer;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.javafx.FontIcon;

/** The whole window: the rail, the screen that was gone to, and what stands before it after a fault. */
@SuppressWarnings("NullAway.Init") // FXML fills the fields
final class MainView extends ScreenView {
    /** Below this width the rail shows pictures alone. */
    private static final double NARROW = 900;

    private final MainViewModel model;
    private final WindowContext context;
    private final Guide guide;
    private final ScreenSet screens;
    private final Map<Screen, ToggleButton> places = new EnumMap<>(Screen.class);
    private Optional<ScreenView> front = Optional.empty();

    @FXML
    private StackPane root;

    @FXML
    private Node frame;

    @FXML
    private Label brand;

    @FXML
    private Pane placesBox;

    @FXML
    private Pane ribbon;

    @FXML
    private Label title;

    @FXML
    private Label hint;

    @FXML
    private StackPane content;

    @FXML
    private StackPane curtain;

    @FXML
    private StackPane dropHint;

    @FXML
    private Notice notice;

    @FXML
    private Button news;

    @FXML
    private FontIcon newsIcon;

    @FXML
    private Button openGuide;

    @FXML
    private Button language;

    @FXML
    private Button theme;

    @FXML
    private FontIcon themeIcon;

    MainView(MainViewModel model, WindowContext context, Guide guide) {
        this.model = model;
        this.context = context;
        this.guide = guide;
        this.screens = new ScreenSet(model, context, guide.browser());
    }

    @FXML
    void initialize() {
        show(dropHint, false);
        show(curtain, false);
        drawRibbon();
        screens.screens().forEach(this::addPlace);
        drawTheme();
        model.setupFailure().ifPresent(failure -> notice.say(context.words().tell(failure)));
        draw(model.screenProperty(), this::drawScreen);
        draw(model.frozenProperty(), this::drawFrozen);
        draw(model.updates().newsProperty(), this::drawNews);
        keep(root.widthProperty().subscribe(width -> drawRail(width.doubleValue() < NARROW)));
        root.setOnDragOver(this::dragOver);
        root.setOnDragExited(event -> show(dropHint, false));
        root.setOnDragDropped(this::dragDropped);
    }

    /** A workplace is practice's or it is not, as long as this view lives. */
    private void drawRibbon() {
        boolean practising = model.practice().state() instanceof PracticeState.On;
        show(ribbon, practising);
        if (practising) {
            fill(ribbon, new PracticeView(model.practice(), context), context.words());
        }
    }

    private void addPlace(Screen screen) {
        ToggleButton place = new ToggleButton(context.words().get("screen." + screen), new FontIcon(screen.icon()));
        place.setId("go-" + screen.name().toLowerCase(Locale.ROOT));
        place.getStyleClass().addAll("flat", "rail-button");
        place.setMaxWidth(Double.MAX_VALUE);
        String tip = context.words().get("main.place.tip", context.words().get("screen." + screen), screen.digit());
        place.setTooltip(new Tooltip(tip));
        place.setAccessibleText(context.words().get("screen." + screen));
        place.setOnAction(event -> {
            place.setSelected(true);
            model.go(screen);
        });
        places.put(screen, place);
        placesBox.getChildren().add(place);
    }

    private void drawScreen(Screen screen) {
        places.forEach((each, place) -> place.setSelected(each == screen));
        title.setText(context.words().get("screen." + screen));
        hint.setText(context.words().get("screen.hint." + screen));
        ScreenSet.Loaded loaded = screens.get(screen);
        content.getChildren().setAll(loaded.node());
        // A scroll pane takes in its content only once it is styled, and what is not in the window cannot have the
        // cursor.
        loaded.node().applyCss();
        loaded.view().shown();
        drawFrozen(model.frozenProperty().get());
    }

    /** While signing goes on nothing of what is signed may be changed; everything may be looked at. */
    private void drawFrozen(boolean frozen) {
        Screen screen = model.screenProperty().get();
        screens.get(screen).node().setDisable(frozen && model.isFrozen(screen));
    }

    private void drawRail(boolean narrow) {
        show(brand, !narrow);
        ContentDisplay display = narrow ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT;
        places.values().forEach(place -> place.setContentDisplay(display));
        for (Labeled each : new Labeled[] {news, openGuide, language, theme}) {
            each.setContentDisplay(display);
        }
        show(hint, !narrow);
    }

    /** The keys that work everywhere in the window. */
    void addShortcuts() {
        root.getScene().getAccelerators().clear();
        shortcut(KeyCode.L, this::switchLanguage);
        shortcut(KeyCode.T, this::switchTheme);
        for (Screen screen : screens.screens()) {
            shortcut(KeyCode.valueOf("DIGIT" + screen.digit()), () -> model.go(screen));
        }
        root.getScene().getAccelerators().put(new KeyCodeCombination(KeyCode.F5), model::lookAgain);
        root.getScene().getAccelerators().put(new KeyCodeCombination(KeyCode.F1), this::showGuide);
    }

    /** Tells the screen that it is seen now. */
    void front() {
        screens.get(model.screenProperty().get()).view().shown();
    }

    /** A newer version is told at the edge of the window, where it disturbs nobody. */
    private void drawNews(Optional<UpdateAnswer> found) {
        show(news, found.isPresent());
        found.ifPresent(answer -> {
            boolean urgent = answer.standing() == UpdateAnswer.Standing.UNSUPPORTED;
            newsIcon.setIconLiteral(urgent ? Notice.Kind.WARNING.icon() : "mdal-arrow_circle_up");
            news.setText(context.words()
                    .get("main.news." + answer.standing(), answer.release().version()));
            String tip = context.words().shared().updates().tell(answer);
            news.setAccessibleText(tip);
            news.getTooltip().setText(tip);
        });
    }

    @FXML
    void showNews() {
        model.showUpdates();
    }

    /** Puts the cursor back on the switch that drew everything anew. */
    void focusLanguage() {
        language.requestFocus();
    }

    private void shortcut(KeyCode key, Runnable action) {
        root.getScene().getAccelerators().put(new KeyCodeCombination(key, KeyCombination.SHORTCUT_DOWN), action);
    }

    @FXML
    void showGuide() {
        guide.page()
                .ifPresentOrElse(
                        this::showGuide,
                        () -> notice.say(
                                Notice.Kind.WARNING,
                                context.words().get("main.guide.missing"),
                                context.words().get("main.guide.missing.next")));
    }

    private void showGuide(Path page) {
        try {
            guide.browser().open(page.toUri());
            notice.hide();
        } catch (IOException e) {
            notice.say(
                    Notice.Kind.WARNING,
                    context.words().get("main.guide.no-browser"),
                    context.words().get("main.guide.no-browser.next", page));
        }
    }

    @FXML
    void switchLanguage() {
        Workplace.Look look = context.workplace().look();
        context.workplace().look(new Workplace.Look(!look.english(), look.theme()));
    }

    @FXML
    void switchTheme() {
        Workplace.Look look = context.workplace().look();
        context.workplace().look(new Workplace.Look(look.english(), isDark() ? ThemeChoice.LIGHT : ThemeChoice.DARK));
        drawTheme();
    }

    private boolean isDark() {
        return context.workplace().look().theme().theme(SystemTheme::now) != Theme.LIGHT;
    }

    private void drawTheme() {
        boolean dark = isDark();
        themeIcon.setIconLiteral(dark ? "mdmz-wb_sunny" : "mdal-brightness_3");
        theme.setText(context.words().get(dark ? "main.theme.light.short" : "main.theme.dark.short"));
        String tip = context.words().get(dark ? "main.theme.light" : "main.theme.dark");
        theme.setAccessibleText(tip);
        theme.getTooltip().setText(tip);
    }

    /** Tells a fault of the program. */
    void tell(UnexpectedFailure failure) {
        before(new UnexpectedView(failure, context.words(), this::raise));
    }

    /** Asks something before the window goes on. */
    void ask(Question question, AskView.Answer answer) {
        before(new AskView(question, context.words(), yes -> {
            raise();
            answer.given(yes);
        }));
    }

    private void before(ScreenView view) {
        raise();
        front = Optional.of(view);
        curtain.getChildren().setAll(Screens.load(view, context.words()));
        show(curtain, true);
        frame.setDisable(true);
        view.shown();
    }

    /** Takes away what stands before the screens. */
    private void raise() {
        front.ifPresent(ScreenView::close);
        front = Optional.empty();
        curtain.getChildren().clear();
        show(curtain, false);
        frame.setDisable(false);
    }

    private void dragOver(DragEvent event) {
        if (mayDrop(event)) {
            event.acceptTransferModes(TransferMode.COPY, TransferMode.LINK, TransferMode.MOVE);
            show(dropHint, true);
        }
        event.consume();
    }

    private boolean mayDrop(DragEvent event) {
        return event.getDragboard().hasFiles() && !model.isBusy() && !curtain.isVisible();
    }

    private void dragDropped(DragEvent event) {
        show(dropHint, false);
        boolean taken = mayDrop(event);
        if (taken) {
            notice.hide();
            model.drop(
                    event.getDragboard().getFiles().stream().map(File::toPath).toList());
        }
        event.setDropCompleted(taken);
        event.consume();
    }

    @Override
    public void close() {
        super.close();
        front.ifPresent(ScreenView::close);
        screens.close();
    }
}
