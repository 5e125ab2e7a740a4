package id.espm.app.gui.certificate;

import id.espm.app.gui.certificate.CertificateGlance.Judged;
import id.espm.app.gui.certificate.CertificateState.None;
import id.espm.app.gui.certificate.CertificateState.Opened;
import id.espm.app.gui.certificate.CertificateState.Refused;
import id.espm.app.gui.look.Clip;
import id.espm.app.gui.look.Failure;
import id.espm.app.gui.look.FilePicker;
import id.espm.app.gui.look.Notice;
import id.espm.app.gui.look.ScreenView;
import id.espm.app.gui.look.WindowContext;
import id.espm.app.gui.look.Words;
import id.espm.signer.Nik;
import id.espm.signer.Problem;
import id.espm.signer.RevocationGap;
import id.espm.signer.authority.Light;
import id.espm.signer.key.CertificateIdentity;
import id.espm.signer.trust.revocation.Revocation;
import java.util.Locale;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/** Shows the certificate and whether it may sign, and takes its passphrase. */
@SuppressWarnings("NullAway.Init") // FXML fills the fields
public final class CertificateView extends ScreenView {
    private final CertificateViewModel model;
    private final CertificateRecall recall;
    private final Words words;
    private final FilePicker files;
    private final PassphraseView passphrase;

    @FXML
    private Label fileName;

    @FXML
    private Button choose;

    @FXML
    private Pane passphraseSlot;

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
    private Button copySerial;

    @FXML
    private Label validity;

    @FXML
    private Label issuer;

    @FXML
    private Pane chain;

    @FXML
    private Pane checks;

    @FXML
    private Label judged;

    @FXML
    private Label light;

    @FXML
    private Notice notice;

    /** @param recall knows the certificate before its passphrase is typed */
    public CertificateView(CertificateViewModel model, CertificateRecall recall, WindowContext context) {
        this.model = model;
        this.recall = recall;
        this.words = context.words();
        this.files = context.files();
        this.passphrase = new PassphraseView(model, words);
    }

    @FXML
    void initialize() {
        fill(passphraseSlot, passphrase, words);
        draw(model.stateProperty(), this::drawState);
        draw(recall.glanceProperty(), this::drawGlance);
    }

    @FXML
    void choose() {
        files.certificate(
                        words.get("certificate.choose.title"),
                        words.get("certificate.choose.p12"),
                        words.get("certificate.choose.any"))
                .ifPresent(model::choose);
    }

    @Override
    public void shown() {
        if (model.file().isEmpty()) {
            choose.requestFocus();
        } else {
            passphrase.shown();
        }
    }

    @FXML
    void copySerial() {
        Clip.copy(serial.getText());
        copySerial.setText(words.get("certificate.serial.copied"));
    }

    private void drawState(CertificateState state) {
        fileName.setText(
                model.file().map(f -> f.getFileName().toString()).orElseGet(() -> words.get("certificate.none")));
        drawNotice();
        if (state instanceof Refused refused && !refused.retype()) {
            choose.requestFocus();
        }
    }

    private void drawGlance(CertificateGlance glance) {
        boolean known = glance instanceof Judged;
        show(details, known);
        show(light, known);
        if (glance instanceof Judged now) {
            judged(now);
        }
        drawNotice();
    }

    private void drawNotice() {
        notice.hide();
        if (model.state() instanceof Refused refused) {
            notice.say(words.tell(refused.failure()));
        } else if (model.state() instanceof None) {
            notice.say(Notice.Kind.INFO, words.get("certificate.none.hint"), "");
        } else if (recall.glanceProperty().get() instanceof Judged now) {
            drawVerdict(now);
        }
    }

    /** What forbids signing, or what is to be done; all else stands with the checks. */
    private void drawVerdict(Judged now) {
        Optional<Problem> objection = now.assessment().objection();
        if (objection.isPresent()) {
            notice.say(words.tell(new Failure.OfSigner(objection.get())));
        } else if (now.assessment().light() == Light.JINGGA) {
            notice.say(Notice.Kind.WARNING, words.next(now.assessment(), now.daysLeft()), "");
        } else if (model.state() instanceof Opened opened && !opened.unlocked()) {
            notice.say(Notice.Kind.INFO, words.get("certificate.locked"), "");
        }
    }

    private void judged(Judged now) {
        CertificateIdentity identity = now.identity();
        tell(nama, identity.nama());
        tell(nik, identity.nik().map(Nik::masked).orElse("–"));
        tell(unit, identity.unitOrganisasi());
        tell(instansi, identity.instansi());
        tell(issuer, identity.issuer());
        tell(serial, identity.serialHex());
        copySerial.setText(words.get("certificate.serial.copy"));
        tell(
                validity,
                words.get(
                        "certificate.validity.value",
                        words.date(identity.notBefore()),
                        words.date(identity.notAfter())));
        for (Light each : Light.values()) {
            light.pseudoClassStateChanged(
                    pseudoClass(each), each == now.assessment().light());
        }
        light.setText(words.get("certificate.light." + now.assessment().light()));
        checks.getChildren()
                .setAll(words.checks(now.assessment()).stream()
                        .map(CheckRow::of)
                        .toList());
        chain.getChildren().clear();
        recall.chain(now).forEach(link -> chain.getChildren().add(row(link)));
        judged.setText(words.get(
                isAsked(now) ? "certificate.judged.asked" : "certificate.judged",
                words.dateTime(now.judgedAt()),
                identity.issuer()));
    }

    private static boolean isAsked(Judged now) {
        return !(now.assessment().revocation() instanceof Revocation.Unknown unknown
                && unknown.gap() == RevocationGap.NOT_ASKED);
    }

    private Node row(CertificateRecall.Link link) {
        String until = words.get("certificate.chain.until", link.name(), words.date(link.notAfter()));
        Label label = new Label(link.trusted() ? words.get("certificate.chain.trusted", until) : until);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    /** Long values are cut in the window, never in their tooltip. */
    private static void tell(Label label, String value) {
        String text = value.isEmpty() ? "–" : value;
        label.setText(text);
        label.setTooltip(new Tooltip(text));
    }

    private static PseudoClass pseudoClass(Light light) {
        return PseudoClass.getPseudoClass(light.name().toLowerCase(Locale.ROOT));
    }
}
