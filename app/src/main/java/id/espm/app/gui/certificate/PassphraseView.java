package id.espm.app.gui.certificate;

import id.espm.app.gui.certificate.CertificateState.Chosen;
import id.espm.app.gui.certificate.CertificateState.Opened;
import id.espm.app.gui.certificate.CertificateState.Opening;
import id.espm.app.gui.certificate.CertificateState.Refused;
import id.espm.app.gui.look.ScreenView;
import id.espm.app.gui.look.TypedSecret;
import id.espm.app.gui.look.Words;
import id.espm.signer.key.Secret;
import java.util.Arrays;
import javafx.application.Platform;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.input.KeyCode;

/** Takes the passphrase of the chosen certificate, wherever it is needed; it stands in the field no longer than it is typed. */
@SuppressWarnings("NullAway.Init") // FXML fills the fields
public final class PassphraseView extends ScreenView {
    private final CertificateViewModel model;
    private final Words words;

    @FXML
    private Node passphraseBox;

    @FXML
    private Label passphraseLabel;

    @FXML
    private PasswordField passphrase;

    @FXML
    private Button open;

    @FXML
    private Label passphraseHint;

    @FXML
    private Node unlockedBox;

    public PassphraseView(CertificateViewModel model, Words words) {
        this.model = model;
        this.words = words;
    }

    @FXML
    void initialize() {
        passphraseLabel.setLabelFor(passphrase);
        passphrase.textProperty().addListener(observable -> drawHint());
        passphrase.focusedProperty().addListener(observable -> drawHint());
        passphrase.setOnKeyReleased(event -> drawHint());
        draw(model.stateProperty(), this::drawState);
    }

    /** Puts the cursor into the field, if a passphrase is asked for. */
    @Override
    public void shown() {
        if (passphraseBox.isVisible()) {
            passphrase.requestFocus();
        }
    }

    @FXML
    void open() {
        if (passphrase.getLength() > 0) {
            char[] typed = TypedSecret.take(passphrase);
            model.open(Secret.copyOf(typed));
            Arrays.fill(typed, '\0');
        }
    }

    @FXML
    void lock() {
        model.lock();
    }

    private void drawState(CertificateState state) {
        boolean usable = state instanceof Opened o && o.objection().isEmpty();
        boolean wanted = state instanceof Chosen
                || state instanceof Opening
                || (state instanceof Refused r && r.retype())
                || (usable && state instanceof Opened o && !o.unlocked());
        show(passphraseBox, wanted);
        show(unlockedBox, usable && !wanted);
        passphraseBox.setDisable(state instanceof Opening);
        open.setText(words.get(state instanceof Opening ? "certificate.opening" : "certificate.open"));
        if (state instanceof Chosen || (state instanceof Refused r && r.retype())) {
            passphrase.requestFocus();
        }
        drawHint();
    }

    private void drawHint() {
        boolean blank = TypedSecret.blankAtEdge(passphrase.getCharacters());
        boolean caps = passphrase.isFocused() && capsLock();
        String hint = blank ? words.get("certificate.hint.blank") : caps ? words.get("certificate.hint.caps") : "";
        passphraseHint.setText(hint);
        show(passphraseHint, !hint.isEmpty());
        open.setDisable(passphrase.getLength() == 0);
    }

    private static boolean capsLock() {
        return Platform.isKeyLocked(KeyCode.CAPS).orElse(false);
    }
}
