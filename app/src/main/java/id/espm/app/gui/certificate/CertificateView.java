package id.espm.app.gui.certificate;

import id.espm.app.gui.certificate.CertificateState.Chosen;
import id.espm.app.gui.certificate.CertificateState.None;
import id.espm.app.gui.certificate.CertificateState.Opened;
import id.espm.app.gui.certificate.CertificateState.Opening;
import id.espm.app.gui.certificate.CertificateState.Refused;
import id.espm.app.gui.look.Failure;
import id.espm.app.gui.look.FilePicker;
import id.espm.app.gui.look.Notice;
import id.espm.app.gui.look.ScreenView;
import id.espm.app.gui.look.TypedSecret;
import id.espm.app.gui.look.Words;
import id.espm.signer.Caution;
import id.espm.signer.Nik;
import id.espm.signer.authority.Light;
import id.espm.signer.key.CertificateIdentity;
import id.espm.signer.key.Secret;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javafx.application.Platform;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;

/** Step 1: shows the certificate and takes its passphrase. */
@SuppressWarnings("NullAway.Init") // FXML fills the fields
public final class CertificateView extends ScreenView {
    private final CertificateViewModel model;
    private final Words words;
    private final FilePicker files;

    @FXML
    private Label fileName;

    @FXML
    private Button choose;

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

    @FXML
    private Node details;

    @FXML
    private Label nama;

    @FXML
    private Label nik;

    @FXML
    private Label unit;

    @FXML
    private Label instansi;

    @FXML
    private Label serial;

    @FXML
    private Label validity;

    @FXML
    private Label light;

    @FXML
    private Notice notice;

    public CertificateView(CertificateViewModel model, Words words, FilePicker files) {
        this.model = model;
        this.words = words;
        this.files = files;
    }

    @FXML
    void initialize() {
        passphraseLabel.setLabelFor(passphrase);
        passphrase.textProperty().addListener(observable -> drawHint());
        passphrase.focusedProperty().addListener(observable -> drawHint());
        passphrase.setOnKeyReleased(event -> drawHint());
        draw(model.stateProperty(), this::drawState);
    }

    @FXML
    void choose() {
        files.certificate(
                        words.get("certificate.choose.title"),
                        words.get("certificate.choose.p12"),
                        words.get("certificate.choose.any"))
                .ifPresent(model::choose);
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
        fileName.setText(
                model.file().map(f -> f.getFileName().toString()).orElseGet(() -> words.get("certificate.none")));
        boolean wanted = state instanceof Chosen
                || state instanceof Opening
                || (state instanceof Refused r && r.retype())
                || (state instanceof Opened o && !o.unlocked() && o.objection().isEmpty());
        show(passphraseBox, wanted);
        show(
                unlockedBox,
                state instanceof Opened o && o.unlocked() && o.objection().isEmpty());
        show(details, state instanceof Opened);
        show(light, state instanceof Opened);
        passphraseBox.setDisable(state instanceof Opening);
        open.setText(words.get(state instanceof Opening ? "certificate.opening" : "certificate.open"));
        notice.hide();
        switch (state) {
            case None s -> notice.say(Notice.Kind.INFO, words.get("certificate.none.hint"), "");
            case Chosen s -> passphrase.requestFocus();
            case Opening s -> {}
            case Refused s -> refused(s);
            case Opened s -> opened(s);
        }
        drawHint();
    }

    private void refused(Refused refused) {
        notice.say(words.tell(refused.failure()));
        (refused.retype() ? passphrase : choose).requestFocus();
    }

    private void opened(Opened opened) {
        CertificateIdentity identity = opened.identity();
        tell(nama, identity.nama());
        tell(nik, identity.nik().map(Nik::masked).orElse("–"));
        tell(unit, identity.unitOrganisasi());
        tell(instansi, identity.instansi());
        tell(serial, identity.serialHex());
        tell(
                validity,
                words.get(
                        "certificate.validity.value",
                        words.date(identity.notBefore()),
                        words.date(identity.notAfter())));
        for (Light each : Light.values()) {
            light.pseudoClassStateChanged(pseudoClass(each), each == opened.light());
        }
        light.setText(words.get("certificate.light." + opened.light()));
        opened.objection()
                .ifPresentOrElse(problem -> notice.say(words.tell(new Failure.OfSigner(problem))), () -> warn(opened));
    }

    /** What to attend to; in brief where it is not urgent, for there is little room, and whole in the tooltip. */
    private void warn(Opened opened) {
        List<Caution.OfKey> cautions = opened.assessment().cautions();
        String whole = String.join(" ", cautions.stream().map(words::tell).toList());
        if (opened.light() == Light.JINGGA) {
            notice.say(Notice.Kind.WARNING, words.tell(urgent(cautions)), "");
            notice.explain(whole);
        } else if (!cautions.isEmpty()) {
            String brief = String.join(" ", cautions.stream().map(words::brief).toList());
            notice.say(Notice.Kind.INFO, brief, "");
            notice.explain(whole);
        } else if (!opened.unlocked()) {
            notice.say(Notice.Kind.INFO, words.get("certificate.locked"), "");
        }
    }

    /** What is unknown is less urgent than what is wrong. */
    private static Caution urgent(List<Caution.OfKey> cautions) {
        return cautions.stream()
                .filter(c -> !(c instanceof Caution.RevocationUnknown) && !(c instanceof Caution.IssuerNotJudged))
                .findFirst()
                .orElse(cautions.getFirst());
    }

    /** Long values are cut in the window, never in their tooltip. */
    private static void tell(Label label, String value) {
        String text = value.isEmpty() ? "–" : value;
        label.setText(text);
        label.setTooltip(new Tooltip(text));
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

    private static PseudoClass pseudoClass(Light light) {
        return PseudoClass.getPseudoClass(light.name().toLowerCase(Locale.ROOT));
    }
}
