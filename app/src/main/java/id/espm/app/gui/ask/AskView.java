package id.espm.app.gui.ask;

import id.espm.app.gui.look.ScreenView;
import id.espm.app.gui.look.Words;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;

/** Asks one question; the way back is the one that Enter and Esc take. */
@SuppressWarnings("NullAway.Init") // FXML fills the fields
public final class AskView extends ScreenView {
    private final Question question;
    private final Words words;
    private final Answer answer;

    @FXML
    private Label title;

    @FXML
    private Label text;

    @FXML
    private Button yes;

    @FXML
    private Button no;

    /** Hears what was answered. */
    @FunctionalInterface
    public interface Answer {
        void given(boolean yes);
    }

    public AskView(Question question, Words words, Answer answer) {
        this.question = question;
        this.words = words;
        this.answer = answer;
    }

    @FXML
    void initialize() {
        title.setText(words.get("ask.title." + question));
        text.setText(words.get("ask.text." + question));
        yes.setText(words.get("ask.yes." + question));
        no.setText(words.get("ask.no." + question));
    }

    @Override
    public void shown() {
        no.requestFocus();
    }

    @FXML
    void yes() {
        answer.given(true);
    }

    @FXML
    void no() {
        answer.given(false);
    }
}
