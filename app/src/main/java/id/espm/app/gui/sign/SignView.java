package id.espm.app.gui.sign;

import id.espm.app.gui.certificate.PassphraseView;
import id.espm.app.gui.look.Failure;
import id.espm.app.gui.look.FolderOpener;
import id.espm.app.gui.look.Notice;
import id.espm.app.gui.look.ScreenView;
import id.espm.app.gui.look.WindowContext;
import id.espm.app.gui.look.Words;
import id.espm.app.gui.sign.SignReadiness.CertificateForbids;
import id.espm.app.gui.sign.SignReadiness.NeedsCertificate;
import id.espm.app.gui.sign.SignReadiness.NeedsPackage;
import id.espm.app.gui.sign.SignReadiness.NeedsPassphrase;
import id.espm.app.gui.sign.SignReadiness.Ready;
import id.espm.app.gui.sign.SignState.Cancelled;
import id.espm.app.gui.sign.SignState.Done;
import id.espm.app.gui.sign.SignState.Failed;
import id.espm.app.gui.sign.SignState.Idle;
import id.espm.app.gui.sign.SignState.Signing;
import java.io.IOException;
import java.nio.file.Path;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.Pane;

/** Says what will be signed by whom as what, signs it, and shows what was written. */
@SuppressWarnings("NullAway.Init") // FXML fills the fields
public final class SignView extends ScreenView {
    private final SignViewModel model;
    private final Words words;
    private final FolderOpener folders;
    private final AfterSigning next;
    private final PassphraseView passphrase;

    @FXML
    private Pane passphraseSlot;

    @FXML
    private Label summary;

    @FXML
    private Node progressBox;

    @FXML
    private ProgressBar progress;

    @FXML
    private Label progressText;

    @FXML
    private Notice notice;

    @FXML
    private Button sign;

    @FXML
    private Button cancel;

    @FXML
    private Node doneBox;

    @FXML
    private Button send;

    public SignView(SignViewModel model, WindowContext context, AfterSigning next) {
        this.model = model;
        this.words = context.words();
        this.folders = context.folders();
        this.next = next;
        this.passphrase = new PassphraseView(model.certificate(), words);
    }

    @FXML
    void initialize() {
        fill(passphraseSlot, passphrase, words);
        draw(model.readinessProperty(), readiness -> {
            draw();
            offer(readiness);
        });
        draw(model.stateProperty(), state -> draw());
    }

    @Override
    public void shown() {
        passphrase.shown();
        offer(model.readinessProperty().getValue());
    }

    @FXML
    void sign() {
        model.sign();
    }

    @FXML
    void cancel() {
        model.cancel();
    }

    @FXML
    void showFolder() {
        if (model.state() instanceof Done done) {
            try {
                folders.show(done.signed().bundle());
            } catch (IOException e) {
                notice.say(words.tell(new Failure.OfFiles(e)));
            }
        }
    }

    @FXML
    void send() {
        next.send();
    }

    @FXML
    void nextPackage() {
        next.nextPackage();
    }

    /** Once everything is there the next key press may sign; whoever is typing is not disturbed. */
    private void offer(SignReadiness readiness) {
        boolean typing = sign.getScene() != null && sign.getScene().getFocusOwner() instanceof TextInputControl;
        if (readiness instanceof Ready && !typing) {
            sign.requestFocus();
        }
    }

    private void draw() {
        SignState state = model.state();
        SignReadiness readiness = model.readinessProperty().getValue();
        boolean signing = state instanceof Signing;
        boolean done = state instanceof Done;
        show(sign, !signing && !done);
        show(cancel, signing);
        show(passphraseSlot, !signing && !done && asksPassphrase(readiness));
        show(doneBox, done);
        show(progressBox, signing);
        show(summary, !done);
        show(send, done && next.isSubmitted());
        sign.setDisable(!(readiness instanceof Ready));
        sign.setDefaultButton(readiness instanceof Ready && !done);
        if (!signing) {
            summary.setText(sentence(readiness));
        }
        switch (state) {
            case Idle s -> notice.hide();
            case Signing s -> progress(s);
            case Cancelled s -> notice.say(Notice.Kind.INFO, words.get("sign.cancelled"), "");
            case Failed s -> notice.say(words.tell(s.failure()));
            case Done s -> done(s);
        }
    }

    /** Once the package is there the passphrase is what is missing. */
    private static boolean asksPassphrase(SignReadiness readiness) {
        return readiness instanceof NeedsPassphrase || readiness instanceof Ready;
    }

    private String sentence(SignReadiness readiness) {
        return switch (readiness) {
            case NeedsCertificate r -> words.get("sign.needs.certificate");
            case NeedsPassphrase r -> words.get("sign.needs.passphrase");
            case CertificateForbids r -> words.get("sign.needs.other-certificate");
            case NeedsPackage r -> words.get("sign.needs.package");
            case Ready r ->
                words.get(
                        "sign.summary",
                        r.nama(),
                        words.of(r.jabatan()),
                        r.satker().kode(),
                        words.of(r.jenis()),
                        String.join(", ", r.nomor()),
                        r.files(),
                        r.lokasi());
        };
    }

    private void progress(Signing signing) {
        notice.hide();
        progress.setProgress(signing.total() == 0 ? 0 : (double) signing.done() / signing.total());
        progressText.setText(
                signing.cancelling()
                        ? words.get("sign.cancelling")
                        : words.get("sign.progress", signing.done(), signing.total(), signing.file()));
        cancel.setDisable(signing.cancelling());
    }

    private void done(Done done) {
        Path bundle = done.signed().bundle();
        notice.say(
                Notice.Kind.GOOD,
                words.get("sign.done", bundle.getFileName().toString()),
                words.get(
                        next.isSubmitted() ? "sign.done.next" : "sign.done.letter",
                        bundle.toAbsolutePath().resolveSibling("").toString()));
        if (next.isSubmitted()) {
            send.requestFocus();
        }
    }
}
