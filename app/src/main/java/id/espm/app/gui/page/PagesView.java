package id.espm.app.gui.page;

import id.espm.app.gui.look.Notice;
import id.espm.app.gui.look.ScreenView;
import id.espm.app.gui.look.Words;
import id.espm.app.gui.page.PagesState.Empty;
import id.espm.app.gui.page.PagesState.Failed;
import id.espm.app.gui.page.PagesState.Opening;
import id.espm.app.gui.page.PagesState.Shown;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.util.Subscription;

/** The page viewer with its bar: goes from page to page, larger and smaller. */
@SuppressWarnings("NullAway.Init") // FXML fills the fields
public final class PagesView extends ScreenView {
    private final PagesViewModel model;
    private final Words words;
    private final String empty;
    private PageOverlay overlay = frame -> List.of();
    private PageScroll pages;

    @FXML
    private Region root;

    @FXML
    private Node bar;

    @FXML
    private TextField number;

    @FXML
    private Label count;

    @FXML
    private Label percent;

    @FXML
    private ScrollPane scroll;

    @FXML
    private Pane strip;

    @FXML
    private Label word;

    @FXML
    private Notice notice;

    /** @param empty what is said while there is no document */
    public PagesView(PagesViewModel model, Words words, String empty) {
        this.model = model;
        this.words = words;
        this.empty = empty;
    }

    @FXML
    void initialize() {
        model.prepare();
        pages = new PageScroll(scroll, strip, model, words);
        draw(model.stateProperty(), this::draw);
        draw(model.zoomProperty(), zoom -> pages.zoom());
        draw(model.pageProperty(), page -> drawNumber());
        draw(pages.percentProperty(), now -> drawPercent());
        ListChangeListener<PageMark> marked = change -> pages.layOverlays();
        model.marks().addListener(marked);
        keep((Subscription) () -> model.marks().removeListener(marked));
        keep((Subscription) pages::close);
        number.setOnAction(event -> goToTyped());
        number.focusedProperty().subscribe(focused -> drawNumber());
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    }

    /** What lies over the pages besides the marks; {@link #layOverlays()} asks it anew. */
    public void setOverlay(PageOverlay value) {
        overlay = value;
        pages.setOverlay(overlay);
    }

    /** Lays over the pages anew what the overlay says. */
    public void layOverlays() {
        pages.layOverlays();
    }

    private void draw(PagesState state) {
        boolean shown = state instanceof Shown;
        show(scroll, shown);
        bar.setDisable(!shown);
        notice.hide();
        switch (state) {
            case Empty s -> say(empty);
            case Opening s -> say(words.get("pages.opening"));
            case Shown s -> {
                say("");
                count.setText(words.get("pages.of", s.pages().size()));
            }
            case Failed s -> {
                say("");
                notice.say(words.tell(s.failure()));
            }
        }
        if (!shown) {
            count.setText("");
        }
        pages.show(state);
        drawPercent();
        drawNumber();
    }

    private void say(String text) {
        word.setText(text);
        show(word, !text.isEmpty());
    }

    private void drawNumber() {
        if (!number.isFocused()) {
            number.setText(
                    model.pages() == 0
                            ? ""
                            : String.valueOf(model.pageProperty().get() + 1));
        }
    }

    private void drawPercent() {
        double now = pages.percentProperty().get();
        percent.setText(model.pages() == 0 ? "" : words.get("pages.percent", now));
    }

    private void goToTyped() {
        String typed = number.getText().strip();
        if (typed.matches("[0-9]{1,6}")) {
            model.go(Integer.parseInt(typed) - 1);
        }
        scroll.requestFocus();
    }

    @FXML
    void previous() {
        model.go(model.pageProperty().get() - 1);
    }

    @FXML
    void next() {
        model.go(model.pageProperty().get() + 1);
    }

    @FXML
    void larger() {
        model.zoomProperty().set(Zoom.largerThan(pages.percentProperty().get()));
    }

    @FXML
    void smaller() {
        model.zoomProperty().set(Zoom.smallerThan(pages.percentProperty().get()));
    }

    @FXML
    void fitWidth() {
        model.zoomProperty().set(Zoom.FIT_WIDTH);
    }

    @FXML
    void fitPage() {
        model.zoomProperty().set(Zoom.FIT_PAGE);
    }

    private void key(KeyEvent event) {
        if (!(model.state() instanceof Shown)) {
            return;
        }
        boolean taken = event.isShortcutDown() ? zoomKey(event.getCode()) : moveKey(event.getCode());
        if (taken) {
            event.consume();
        }
    }

    private boolean zoomKey(KeyCode code) {
        switch (code) {
            case PLUS, EQUALS, ADD -> larger();
            case MINUS, SUBTRACT -> smaller();
            case DIGIT0, NUMPAD0 -> fitWidth();
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean moveKey(KeyCode code) {
        switch (code) {
            case PAGE_DOWN -> pages.scrollByView(1);
            case PAGE_UP -> pages.scrollByView(-1);
            case HOME -> {
                if (number.isFocused()) {
                    return false;
                }
                model.go(0);
            }
            case END -> {
                if (number.isFocused()) {
                    return false;
                }
                model.go(model.pages() - 1);
            }
            default -> {
                return false;
            }
        }
        return true;
    }
}
