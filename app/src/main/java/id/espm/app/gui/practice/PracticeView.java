package id.espm.app.gui.practice;

import id.espm.app.gui.look.Clip;
import id.espm.app.gui.look.Failure;
import id.espm.app.gui.look.ScreenView;
import id.espm.app.gui.look.WindowContext;
import id.espm.app.gui.look.Words;
import id.espm.app.practice.PracticeCode;
import id.espm.app.practice.PracticePerson;
import id.espm.app.practice.PracticeSample;
import java.io.IOException;
import java.util.Optional;
import javafx.application.Platform;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SplitMenuButton;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** The ribbon above every screen while somebody practises. */
@SuppressWarnings("NullAway.Init") // FXML fills the fields
public final class PracticeView extends ScreenView {
    private final PracticeViewModel model;
    private final Words words;

    @FXML
    private FlowPane first;

    @FXML
    private HBox title;

    @FXML
    private HBox buttons;

    @FXML
    private Label person;

    @FXML
    private TextField passphrase;

    @FXML
    private TextField password;

    @FXML
    private Node codeBox;

    @FXML
    private TextField code;

    @FXML
    private SplitMenuButton samples;

    @FXML
    private Label trouble;

    public PracticeView(PracticeViewModel model, WindowContext context) {
        this.model = model;
        this.words = context.words();
    }

    @FXML
    void initialize() {
        show(trouble, false);
        keep(first.widthProperty().subscribe(width -> pushButtonsToTheEdge()));
        keep(buttons.widthProperty().subscribe(width -> pushButtonsToTheEdge()));
        for (PracticeSample sample : model.samples()) {
            MenuItem item = new MenuItem(words.of(sample.jenis()));
            item.setMnemonicParsing(false);
            item.setOnAction(event -> model.take(sample));
            samples.getItems().add(item);
        }
        draw(model.personProperty(), this::drawPerson);
        draw(model.codeProperty(), this::drawCode);
    }

    /** They stand at the right of the title, and below it where there is no room: what is not real must be read whole. */
    private void pushButtonsToTheEdge() {
        double before = title.getPrefWidth();
        title.setPrefWidth(Region.USE_COMPUTED_SIZE);
        double room = Math.floor(first.getWidth() - buttons.prefWidth(-1) - first.getHgap());
        if (room >= title.prefWidth(-1)) {
            title.setPrefWidth(room);
        }
        if (title.getPrefWidth() != before) {
            // The width changes while the window is laid out, when nobody hears that the ribbon needs fewer lines now.
            Platform.runLater(first::requestLayout);
        }
    }

    private void drawPerson(Optional<PracticePerson> now) {
        now.ifPresent(who -> {
            person.setText(words.get("practice.person", words.brief(who.jabatan())));
            person.setTooltip(new Tooltip(who.nama()));
            passphrase.setText(who.passphrase());
            password.setText(who.password());
        });
    }

    private void drawCode(Optional<PracticeCode> newest) {
        show(codeBox, newest.isPresent());
        code.setText(newest.map(PracticeCode::code).orElse(""));
    }

    /** The first sample, an SPM: one click for who wants to begin. */
    @FXML
    void take() {
        model.samples().stream().findFirst().ifPresent(model::take);
    }

    @FXML
    void copyPassphrase() {
        copy(passphrase);
    }

    @FXML
    void copyPassword() {
        copy(password);
    }

    @FXML
    void copyCode() {
        copy(code);
    }

    private static void copy(TextField field) {
        Clip.copy(field.getText());
        field.requestFocus();
        field.selectAll();
    }

    @FXML
    void openInbox() {
        try {
            model.openInbox();
            show(trouble, false);
        } catch (IOException e) {
            trouble.setText(words.tell(new Failure.OfFiles(e)).happened());
            show(trouble, true);
        }
    }

    @FXML
    void end() {
        model.end();
    }
}
