package id.espm.app.gui.send;

import id.espm.app.espm.TokenSource;
import id.espm.app.gui.look.Failure;
import id.espm.app.gui.look.FilePicker;
import id.espm.app.gui.look.FolderOpener;
import id.espm.app.gui.look.Notice;
import id.espm.app.gui.look.ScreenView;
import id.espm.app.gui.look.TypedSecret;
import id.espm.app.gui.look.WindowContext;
import id.espm.app.gui.look.Words;
import id.espm.app.gui.send.SendState.Cancelled;
import id.espm.app.gui.send.SendState.CodeNeeded;
import id.espm.app.gui.send.SendState.Ended;
import id.espm.app.gui.send.SendState.Failed;
import id.espm.app.gui.send.SendState.LoggedOut;
import id.espm.app.gui.send.SendState.ProxyLoginNeeded;
import id.espm.app.gui.send.SendState.Sending;
import id.espm.app.gui.send.SendState.Waiting;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;

/** Takes the account, shows the sending, asks for the e-mailed code, and says what each receipt proves. */
@SuppressWarnings("NullAway.Init") // FXML fills the fields
public final class SendView extends ScreenView {
    private final SendViewModel model;
    private final Words words;
    private final FilePicker files;
    private final FolderOpener folders;
    private final ListChangeListener<ParcelRow> counting = change -> drawCount();

    @FXML
    private TableView<ParcelRow> table;

    @FXML
    private Button remove;

    @FXML
    private Button receipt;

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

    public SendView(SendViewModel model, WindowContext context) {
        this.model = model;
        this.words = context.words();
        this.files = context.files();
        this.folders = context.folders();
    }

    @FXML
    void initialize() {
        new ParcelTable(words).setUp(table);
        table.setItems(model.rows());
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
        model.rows().addListener(counting);
        keep(() -> model.rows().removeListener(counting));
        draw(table.getSelectionModel().selectedItemProperty(), row -> drawChosen());
        draw(model.stateProperty(), this::drawState);
        drawCount();
    }

    /** Puts the cursor where typing goes on. */
    @Override
    public void shown() {
        model.load();
        (user.getText().isBlank() ? user : password).requestFocus();
    }

    @FXML
    void add() {
        FilePicker.Kind bundles = new FilePicker.Kind(words.get("send.add.kind"), List.of("*.asice", "*.ASICE"));
        List<Path> chosen = files.files(words.get("send.add.title"), List.of(bundles));
        model.add(chosen);
    }

    @FXML
    void remove() {
        chosen().ifPresent(model::remove);
    }

    @FXML
    void openReceipt() {
        chosen().flatMap(ParcelRow::receipt).ifPresent(this::showFile);
    }

    @FXML
    void openFolder() {
        chosen().map(row -> row.parcel().bundle()).ifPresent(this::showFile);
    }

    private void showFile(Path file) {
        try {
            folders.show(file);
        } catch (IOException e) {
            notice.say(words.tell(new Failure.OfFiles(e)));
        }
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

    private Optional<ParcelRow> chosen() {
        return Optional.ofNullable(table.getSelectionModel().getSelectedItem());
    }

    private void drawChosen() {
        remove.setDisable(chosen().filter(row -> row.known().isEmpty()).isEmpty());
        receipt.setDisable(chosen().flatMap(ParcelRow::receipt).isEmpty());
    }

    /** With nothing to send, the same button asks where the earlier ones stand. */
    private void drawCount() {
        int open = model.open().size();
        send.setText(open == 0 ? words.get("send.ask") : words.get("send.send", open));
        drawChosen();
    }

    private void drawState(SendState state) {
        show(form, !state.isBusy());
        show(send, !state.isBusy());
        send.setDefaultButton(!state.isBusy());
        boolean asks = state instanceof CodeNeeded || state instanceof ProxyLoginNeeded;
        show(codeBox, state instanceof CodeNeeded);
        show(proxyBox, state instanceof ProxyLoginNeeded);
        show(hand, asks);
        hand.setDefaultButton(asks);
        show(progressBox, state instanceof Sending || state instanceof Waiting);
        show(cancel, state.isBusy());
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
            case Ended s -> ended(s);
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
        String nomor = model.going()
                .map(row -> String.join(", ", row.parcel().details().nomor()))
                .orElse("");
        codeText.setText(words.get("send.code.sent", request.sentTo(), nomor));
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
    private void ended(Ended ended) {
        if (ended.failed() > 0) {
            notice.say(
                    Notice.Kind.WARNING,
                    words.get("send.ended.failed", ended.sent(), ended.failed()),
                    words.get("send.ended.failed.next"));
        } else if (ended.sent() > 1) {
            notice.say(Notice.Kind.GOOD, words.get("send.ended", ended.sent()), words.get("send.ended.next"));
        } else {
            ended.last()
                    .ifPresentOrElse(
                            last -> notice.say(
                                    Notice.Kind.GOOD,
                                    words.get("send.sent", last.id(), words.dateTime(last.sentAt())),
                                    words.get(
                                            "send.sent.next",
                                            last.receiptFile().getFileName().toString())),
                            () -> notice.say(Notice.Kind.INFO, words.get("send.asked"), ""));
        }
    }
}
