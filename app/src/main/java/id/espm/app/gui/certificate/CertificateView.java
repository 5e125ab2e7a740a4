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
import id.espm.app.gui.look.WindowContext;
import id.espm.app.gui.look.Words;
import id.espm.signer.Caution;
import id.espm.signer.Nik;
import id.espm.signer.authority.Light;
import id.espm.signer.key.CertificateIdentity;
import java.util.List;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Pane;

/** Shows the certificate and whether it may sign, and takes its passphrase. */
@SuppressWarnings("NullAway.Init") // FXML fills the fields
public final class CertificateView extends ScreenView {
    private final CertificateViewModel model;
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
    private Label validity;

    @FXML
    private Label light;

    @FXML
    private Notice notice;

    public CertificateView(CertificateViewModel model, WindowContext context) {
        this.model = model;
        this.words = context.words();
        this.files = context.files();
        this.passphrase = new PassphraseView(model, words);
    }

    @FXML
    void initialize() {
        fill(passphraseSlot, passphrase, words);
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

    @Override
    public void shown() {
        if (model.file().isEmpty()) {
            choose.requestFocus();
        } else {
            passphrase.shown();
        }
    }

    private void drawState(CertificateState state) {
        fileName.setText(
                model.file().map(f -> f.getFileName().toString()).orElseGet(() -> words.get("certificate.none")));
        show(details, state instanceof Opened);
        show(light, state instanceof Opened);
        notice.hide();
        switch (state) {
            case None s -> notice.say(Notice.Kind.INFO, words.get("certificate.none.hint"), "");
            case Chosen s -> {}
            case Opening s -> {}
            case Refused s -> refused(s);
            case Opened s -> opened(s);
        }
    }

    private void refused(Refused refused) {
        notice.say(words.tell(refused.failure()));
        if (!refused.retype()) {
            choose.requestFocus();
        }
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

    private static PseudoClass pseudoClass(Light light) {
        return PseudoClass.getPseudoClass(light.name().toLowerCase(Locale.ROOT));
    }
}
