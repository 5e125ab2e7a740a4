package id.espm.app.gui.failure;

import id.espm.app.gui.look.Clip;
import id.espm.app.gui.look.ScreenView;
import id.espm.app.gui.look.Words;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;

/** Tells a fault of the program: its code first, the details only when asked for. */
@SuppressWarnings("NullAway.Init") // FXML fills the fields
public final class UnexpectedView extends ScreenView {
    private final UnexpectedFailure failure;
    private final Words words;
    private final Runnable leave;

    @FXML
    private Label code;

    @FXML
    private TextArea details;

    @FXML
    private Button copy;

    @FXML
    private Button close;

    /** @param leave takes this view away */
    public UnexpectedView(UnexpectedFailure failure, Words words, Runnable leave) {
        this.failure = failure;
        this.words = words;
        this.leave = leave;
    }

    @FXML
    void initialize() {
        code.setText(words.get("unexpected.code", failure.code()));
        details.setText(failure.details());
        show(details, false);
    }

    /** Puts the cursor on the way back. */
    @Override
    public void shown() {
        close.requestFocus();
    }

    @FXML
    void showDetails() {
        show(details, !details.isVisible());
    }

    @FXML
    void copy() {
        Clip.copy(failure.details());
        copy.setText(words.get("unexpected.copied"));
    }

    @FXML
    void leave() {
        leave.run();
    }
}
