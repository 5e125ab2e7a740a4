package id.espm.app.gui.send;

import id.espm.app.espm.TokenSource;
import id.espm.app.gui.look.Failure;
import id.espm.app.gui.look.Notice;
import id.espm.app.gui.look.ScreenView;
import id.espm.app.gui.look.TypedSecret;
import id.espm.app.gui.look.Words;
import id.espm.app.gui.send.SendState.Cancelled;
import id.espm.app.gui.send.SendState.CodeNeeded;
import id.espm.app.gui.send.SendState.Failed;
import id.espm.app.gui.send.SendState.LoggedOut;
import id.espm.app.gui.send.SendState.ProxyLoginNeeded;
import id.espm.app.gui.send.SendState.Sending;
import id.espm.app.gui.send.SendState.Sent;
import id.espm.app.gui.send.SendState.Waiting;
import id.espm.signer.sign.SignedPackage;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;

/** Step 4: takes the account, shows the sending, asks for the e-mailed code, and says what the receipt proves. */
@SuppressWarnings("NullAway.Init") // FXML fills the fields
public final class SendView extends ScreenView {
    private final SendViewModel model;
    private final Words words;
    private final Runnable leave;

    @FXML
    private Label parcel;

    @FXML
    private Node form;

    @FXML
    private TextField address;

    @FXML
    private TextField user;

    @FXML
    private PasswordField password;

    @FXML
    private Node codeBox;

    @FXML
    private Label codeText;

    @FXML
    private TextField code;

    @FXML
    private Node proxyBox;

    @FXML
    private Label proxyText;

    @FXML
    private TextField proxyUser;

    @FXML
    private PasswordField proxyPassword;

    @FXML
    private Node progressBox;

    @FXML
    private ProgressBar progress;

    @FXML
    private Label progressText;

    @FXML
    private Notice notice;

    @FXML
    private Button send;

    @FXML
    private Button hand;

    @FXML
    private Button cancel;

    @FXML
    private Button close;

    /** @param leave goes back to the other steps */
    public SendView(SendViewModel model, Words words, Runnable leave) {
        this.model = model;
        this.words = words;
        this.leave = leave;
    }

    @FXML
    void initialize() {
        address.textProperty().bindBidirectional(model.addressProperty());
        user.textProperty().bindBidirectional(model.userProperty());
        send.disableProperty()
                .bind(address.textProperty()
                        .isEmpty()
                        .or(user.textProperty().isEmpty())
                        .or(password.textProperty().isEmpty()));
        hand.disableProperty()
                .bind(Bindings.when(proxyBox.visibleProperty())
                        .then(proxyUser.textProperty().isEmpty())
                        .otherwise(code.textProperty().isEmpty()));
        draw(model.parcelProperty(), this::drawParcel);
        draw(model.stateProperty(), this::drawState);
    }

    /** Puts the cursor where typing goes on. */
    public void focus() {
        (user.getText().isBlank() ? user : password).requestFocus();
    }

    @FXML
    void send() {
        if (!send.isDisabled()) {
            model.send(TypedSecret.take(password));
        }
    }

    @FXML
    void hand() {
        if (model.state() instanceof ProxyLoginNeeded) {
            model.answerProxy(proxyUser.getText(), TypedSecret.take(proxyPassword));
            return;
        }
        String typed = code.getText();
        code.setText("");
        model.answerCode(typed);
    }

    @FXML
    void cancel() {
        model.cancel();
    }

    @FXML
    void leave() {
        leave.run();
    }

    private void drawParcel(Optional<SignedPackage> signed) {
        parcel.setText(signed.map(s -> words.get(
                        "send.parcel",
                        words.of(s.source().jenis()),
                        String.join(", ", s.source().nomor()),
                        s.bundle().getFileName().toString()))
                .orElse(""));
    }

    private void drawState(SendState state) {
        boolean asksForm = state instanceof LoggedOut || state instanceof Failed || state instanceof Cancelled;
        show(form, asksForm);
        show(send, asksForm);
        send.setDefaultButton(asksForm);
        boolean asks = state instanceof CodeNeeded || state instanceof ProxyLoginNeeded;
        show(codeBox, state instanceof CodeNeeded);
        show(proxyBox, state instanceof ProxyLoginNeeded);
        show(hand, asks);
        hand.setDefaultButton(asks);
        show(progressBox, state instanceof Sending || state instanceof Waiting);
        show(cancel, state.isBusy());
        show(close, !state.isBusy());
        notice.hide();
        switch (state) {
            case LoggedOut s -> {}
            case Sending s -> sending(s);
            case Waiting s -> waiting(s);
            case CodeNeeded s -> askCode(s.request());
            case ProxyLoginNeeded s -> askProxyLogin(s.proxy());
            case Cancelled s ->
                notice.say(Notice.Kind.INFO, words.get("send.cancelled"), words.get("send.cancelled.next"));
            case Failed s -> {
                notice.say(words.tell(s.failure()));
                password.requestFocus();
            }
            case Sent s -> sent(s);
        }
    }

    private void sending(Sending sending) {
        cancel.setDisable(sending.cancelling());
        boolean known = sending.total() > 0 && !sending.cancelling();
        progress.setProgress(known ? (double) sending.sent() / sending.total() : ProgressBar.INDETERMINATE_PROGRESS);
        if (sending.cancelling()) {
            progressText.setText(words.get("send.cancelling"));
        } else if (!known) {
            progressText.setText(words.get("send.contacting"));
        } else if (sending.sent() >= sending.total()) {
            progressText.setText(words.get("send.judging"));
        } else {
            progressText.setText(words.get(
                    "send.progress",
                    (double) sending.sent() / sending.total(),
                    words.size(sending.sent()),
                    words.size(sending.total()),
                    words.size(sending.bytesPerSecond())));
        }
    }

    private void waiting(Waiting waiting) {
        cancel.setDisable(false);
        progress.setProgress(ProgressBar.INDETERMINATE_PROGRESS);
        progressText.setText(
                words.get("send.waiting", Math.max(1, waiting.pause().toSeconds())));
        Words.Told told = words.tell(new Failure.OfEspm(waiting.problem(), ""));
        notice.say(Notice.Kind.WARNING, told.happened(), "");
    }

    private void askCode(TokenSource.Request request) {
        cancel.setDisable(false);
        codeText.setText(words.get("send.code.sent", request.sentTo()));
        switch (request.occasion()) {
            case NEEDED -> notice.hide();
            case WRONG -> notice.say(Notice.Kind.BAD, words.get("send.code.wrong", request.triesLeft()), "");
            case NEW_MAILED -> notice.say(Notice.Kind.WARNING, words.get("send.code.new"), "");
        }
        code.requestFocus();
    }

    private void askProxyLogin(String proxy) {
        cancel.setDisable(false);
        proxyText.setText(words.get("send.proxy.needed", proxy));
        (proxyUser.getText().isBlank() ? proxyUser : proxyPassword).requestFocus();
    }

    /** Sent is not received: the KPPN has the package only once its operator has downloaded it (Pasal 7(4)). */
    private void sent(Sent sent) {
        notice.say(
                Notice.Kind.GOOD,
                words.get(
                        "send.sent",
                        sent.outcome().id(),
                        words.dateTime(sent.outcome().sentAt())),
                words.get(
                        "send.sent.next",
                        sent.outcome().receiptFile().getFileName().toString()));
        close.requestFocus();
    }
}
