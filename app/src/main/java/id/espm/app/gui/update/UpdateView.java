package id.espm.app.gui.update;

import id.espm.app.gui.look.Browser;
import id.espm.app.gui.look.Clip;
import id.espm.app.gui.look.Notice;
import id.espm.app.gui.look.ScreenView;
import id.espm.app.gui.look.Words;
import id.espm.app.gui.update.UpdateState.Answered;
import id.espm.app.gui.update.UpdateState.Asking;
import id.espm.app.gui.update.UpdateState.Failed;
import id.espm.app.gui.update.UpdateState.Unknown;
import id.espm.app.gui.update.UpdateViewModel.Wish;
import id.espm.app.update.UpdateAnswer;
import id.espm.app.update.UpdateAnswer.Standing;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;

/** The version that runs, the switch, what is asked before anybody is, and the answer in words. */
@SuppressWarnings("NullAway.Init") // FXML fills the fields
public final class UpdateView extends ScreenView {
    private final UpdateViewModel model;
    private final Words words;
    private final Browser browser;

    @FXML
    private Label running;

    @FXML
    private CheckBox daily;

    @FXML
    private Label unsaved;

    @FXML
    private Button askNow;

    @FXML
    private Node consent;

    @FXML
    private Label consentTitle;

    @FXML
    private Label consentText;

    @FXML
    private Label consentWish;

    @FXML
    private Button decline;

    @FXML
    private Notice answer;

    @FXML
    private Node page;

    @FXML
    private Button copyPage;

    public UpdateView(UpdateViewModel model, Words words, Browser browser) {
        this.model = model;
        this.words = words;
        this.browser = browser;
    }

    @FXML
    void initialize() {
        running.setText(words.get("update.running", model.runningVersion()));
        draw(model.dailyProperty(), this::drawDaily);
        draw(model.questionProperty(), this::drawQuestion);
        draw(model.stateProperty(), this::drawState);
    }

    /** The switch moves only once somebody agreed. */
    @FXML
    void switchDaily() {
        boolean wanted = daily.isSelected();
        daily.setSelected(model.dailyProperty().get());
        if (wanted) {
            model.want(Wish.DAILY);
        } else {
            model.stop();
        }
    }

    @FXML
    void ask() {
        model.want(Wish.ONCE);
    }

    @FXML
    void agree() {
        model.agree();
        askNow.requestFocus();
    }

    @FXML
    void decline() {
        model.decline();
        askNow.requestFocus();
    }

    @FXML
    void openPage() {
        address().ifPresent(address -> {
            try {
                browser.open(address);
            } catch (IOException e) {
                answer.say(
                        Notice.Kind.WARNING,
                        words.get("update.no-browser"),
                        words.get("update.no-browser.next", address.toString()));
            }
        });
    }

    @FXML
    void copyPage() {
        address().ifPresent(address -> {
            Clip.copy(address.toString());
            copyPage.setText(words.get("update.copied"));
        });
    }

    private Optional<URI> address() {
        return model.stateProperty().get() instanceof Answered answered
                ? Optional.of(answered.answer().release().page())
                : Optional.empty();
    }

    private void drawDaily(boolean on) {
        daily.setSelected(on);
        show(unsaved, model.isUnsaved());
    }

    private void drawQuestion(Optional<Wish> question) {
        show(consent, question.isPresent());
        question.ifPresent(wish -> {
            String host = model.host().orElse("");
            consentTitle.setText(words.get("update.consent.title", host));
            consentText.setText(words.get("update.consent", host));
            consentWish.setText(words.get("update.wish." + wish));
            decline.requestFocus();
        });
    }

    private void drawState(UpdateState state) {
        askNow.setDisable(state instanceof Asking);
        show(page, state instanceof Answered answered && answered.answer().standing() != Standing.CURRENT);
        copyPage.setText(words.get("update.copy"));
        switch (state) {
            case Unknown s -> answer.hide();
            case Asking s ->
                answer.say(
                        Notice.Kind.INFO,
                        words.get("update.asking", model.host().orElse("")),
                        "");
            case Answered s -> say(s.answer());
            case Failed s -> {
                Words.Told told = words.tell(s.failure());
                answer.say(Notice.Kind.WARNING, told.happened(), told.todo());
            }
        }
    }

    private void say(UpdateAnswer found) {
        Notice.Kind kind = switch (found.standing()) {
            case CURRENT -> Notice.Kind.GOOD;
            case NEWER, UNKNOWN -> Notice.Kind.INFO;
            case UNSUPPORTED -> Notice.Kind.WARNING;
        };
        answer.say(
                kind,
                words.shared().updates().tell(found),
                words.shared().updates().next(found));
    }
}
