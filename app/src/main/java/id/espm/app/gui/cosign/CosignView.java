package id.espm.app.gui.cosign;

import id.espm.app.gui.certificate.CertificateState;
import id.espm.app.gui.certificate.PassphraseView;
import id.espm.app.gui.cosign.CosignState.Checked;
import id.espm.app.gui.cosign.CosignState.Checking;
import id.espm.app.gui.cosign.CosignState.Failed;
import id.espm.app.gui.cosign.CosignState.None;
import id.espm.app.gui.cosign.CosignState.Refused;
import id.espm.app.gui.cosign.CosignState.Signed;
import id.espm.app.gui.cosign.CosignState.Signing;
import id.espm.app.gui.look.FilePicker;
import id.espm.app.gui.look.FolderOpener;
import id.espm.app.gui.look.Notice;
import id.espm.app.gui.look.ScreenView;
import id.espm.app.gui.look.TextOnly;
import id.espm.app.gui.look.WindowContext;
import id.espm.app.gui.look.Words;
import id.espm.app.gui.sign.HandoverNotice;
import id.espm.app.gui.sign.HandoverViewModel;
import id.espm.signer.Jabatan;
import id.espm.signer.bundle.Signatories;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.Pane;
import org.jspecify.annotations.Nullable;

/** Shows who signed a bundle and who is missing, and adds this official's signatures. */
@SuppressWarnings("NullAway.Init") // FXML fills the fields
public final class CosignView extends ScreenView {
    private final CosignViewModel model;
    private final HandoverViewModel operator;
    private final Words words;
    private final FolderOpener folders;
    private final FilePicker files;
    private final PassphraseView passphrase;
    private final Consumer<Path> sender;

    @FXML
    private Label title;

    @FXML
    private Label signed;

    @FXML
    private Label missing;

    @FXML
    private Node roleBox;

    @FXML
    private ComboBox<Jabatan> cosignJabatan;

    @FXML
    private TextField cosignLokasi;

    @FXML
    private Pane passphraseSlot;

    @FXML
    private Notice notice;

    @FXML
    private Notice handed;

    @FXML
    private Button cosign;

    @FXML
    private Button cancel;

    @FXML
    private Button send;

    @FXML
    private Button folder;

    @FXML
    private Button hand;

    @FXML
    private Button close;

    /** @param sender takes the new bundle to be sent */
    public CosignView(CosignViewModel model, HandoverViewModel operator, WindowContext context, Consumer<Path> sender) {
        this.sender = sender;
        this.model = model;
        this.operator = operator;
        this.words = context.words();
        this.folders = context.folders();
        this.files = context.files();
        this.passphrase = new PassphraseView(model.certificate(), words);
    }

    @FXML
    void initialize() {
        fill(passphraseSlot, passphrase, words);
        cosignJabatan.getItems().setAll(Jabatan.values());
        cosignJabatan.setConverter(new TextOnly<Jabatan>(words::of));
        cosignLokasi.textProperty().bindBidirectional(model.lokasiProperty());
        draw(model.jabatanProperty(), chosen -> cosignJabatan.setValue(chosen.orElse(null)));
        cosignJabatan.valueProperty().subscribe(this::chosen);
        cosignLokasi.setOnAction(event -> model.again());
        cosignLokasi.focusedProperty().subscribe(focused -> {
            if (!focused && model.state() instanceof Refused) {
                model.again();
            }
        });
        draw(model.stateProperty(), state -> draw());
        draw(model.certificate().stateProperty(), state -> draw());
        draw(operator.stateProperty(), this::drawHanded);
    }

    private void chosen(@Nullable Jabatan jabatan) {
        Optional<Jabatan> now = Optional.ofNullable(jabatan);
        if (!now.equals(model.jabatanProperty().get())) {
            model.jabatanProperty().set(now);
            model.again();
        }
    }

    @Override
    public void shown() {
        passphrase.shown();
    }

    @FXML
    void cosign() {
        model.sign();
    }

    @FXML
    void cancel() {
        model.cancel();
    }

    @FXML
    void leave() {
        operator.forget();
        model.close();
    }

    @FXML
    void showFolder() {
        model.state().file().ifPresent(bundle -> operator.show(folders, bundle));
    }

    @FXML
    void send() {
        model.state().file().ifPresent(sender);
    }

    @FXML
    void hand() {
        List<Path> bundles = model.state().file().stream().toList();
        files.folder(words.get("sign.hand.title")).ifPresent(picked -> operator.hand(bundles, picked));
    }

    private void draw() {
        CosignState state = model.state();
        boolean signing = state instanceof Signing;
        boolean done = state instanceof Signed;
        boolean ready = state instanceof Checked || state instanceof Failed;
        boolean unlocked = model.certificate().state() instanceof CertificateState.Opened opened
                && opened.unlocked()
                && opened.objection().isEmpty();
        title.setText(state.file()
                .map(bundle -> words.get("cosign.title", String.valueOf(bundle.getFileName())))
                .orElse(""));
        drawSignatories(state.signatories());
        show(roleBox, !signing && !done);
        show(passphraseSlot, ready);
        show(cosign, !signing && !done);
        show(cancel, signing);
        show(close, !signing);
        show(send, done);
        show(folder, done);
        show(hand, done);
        cosign.setDisable(!ready || !unlocked);
        cosign.setDefaultButton(ready && unlocked);
        drawNotice(state, unlocked);
        notice.announce();
    }

    private void drawSignatories(Optional<Signatories> known) {
        show(signed, known.isPresent());
        show(missing, known.isPresent());
        known.ifPresent(signatories -> {
            signed.setText(words.get(
                    "cosign.signed",
                    signatories.signed().stream()
                            .map(one -> words.get("cosign.signatory", one.nama(), words.brief(one.jabatan())))
                            .collect(Collectors.joining("; "))));
            missing.setText(
                    signatories.missing().isEmpty()
                            ? words.get("cosign.complete")
                            : words.get(
                                    "cosign.missing",
                                    signatories.missing().stream()
                                            .map(words::of)
                                            .collect(Collectors.joining(", "))));
        });
    }

    private void drawNotice(CosignState state, boolean unlocked) {
        switch (state) {
            case None s -> notice.hide();
            case Checking s -> notice.say(Notice.Kind.INFO, words.get("cosign.checking"), "");
            case Refused s -> notice.say(words.tell(s.failure()));
            case Checked s ->
                notice.say(
                        Notice.Kind.INFO,
                        words.get(
                                unlocked ? "cosign.ready" : "cosign.locked",
                                words.of(s.checked().role().jabatan()),
                                s.checked().role().satker().kode()),
                        "");
            case Signing s ->
                notice.say(Notice.Kind.INFO, words.get(s.cancelling() ? "sign.cancelling" : "cosign.signing"), "");
            case Failed s -> notice.say(words.tell(s.failure()));
            case Signed s ->
                notice.say(
                        Notice.Kind.GOOD,
                        words.get(
                                "cosign.done",
                                String.valueOf(s.signed().bundle().getFileName())),
                        words.get(
                                "cosign.done.next",
                                String.valueOf(
                                        s.signed().bundle().toAbsolutePath().getParent())));
        }
    }

    private void drawHanded(HandoverViewModel.State state) {
        hand.setDisable(state instanceof HandoverViewModel.State.Copying);
        HandoverNotice.draw(handed, state, words);
    }
}
