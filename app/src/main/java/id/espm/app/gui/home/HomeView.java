package id.espm.app.gui.home;

import id.espm.app.gui.certificate.CertificateGlance;
import id.espm.app.gui.home.Drafts.Draft;
import id.espm.app.gui.look.Failure;
import id.espm.app.gui.look.Navigation;
import id.espm.app.gui.look.Notice;
import id.espm.app.gui.look.Screen;
import id.espm.app.gui.look.ScreenView;
import id.espm.app.gui.look.WindowContext;
import id.espm.app.gui.look.Words;
import id.espm.app.gui.practice.PracticeState;
import id.espm.app.outbox.OutboxRow;
import id.espm.signer.authority.Light;
import id.espm.signer.rules.Zona;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.Optional;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/** The first screen: what holds now, and one large button for what one most often comes for. */
@SuppressWarnings("NullAway.Init") // FXML fills the fields
public final class HomeView extends ScreenView {
    private final HomeViewModel model;
    private final HomeActions actions;
    private final Words words;
    private final Navigation navigation;
    private Optional<Words> kppnWords = Optional.empty();

    @FXML
    private Button begin;

    @FXML
    private Button practise;

    @FXML
    private Notice notice;

    @FXML
    private Notice practiceNotice;

    @FXML
    private Node practiceProgress;

    @FXML
    private Label practiceStep;

    @FXML
    private Button practiceCancel;

    @FXML
    private Label light;

    @FXML
    private Label owner;

    @FXML
    private Label standing;

    @FXML
    private Label asOf;

    @FXML
    private Label kppn;

    @FXML
    private Label hours;

    @FXML
    private Label countdown;

    @FXML
    private Pane zones;

    @FXML
    private Node kppnBox;

    @FXML
    private Label open;

    @FXML
    private Pane outbox;

    @FXML
    private Node draftsBox;

    @FXML
    private Pane drafts;

    @FXML
    private Pane recent;

    public HomeView(HomeViewModel model, WindowContext context, HomeActions actions) {
        this.model = model;
        this.actions = actions;
        this.words = context.words();
        this.navigation = context.navigation();
    }

    @FXML
    void initialize() {
        for (Zona zona : Zona.values()) {
            Button button = new Button(zona.name());
            button.setId("zone-" + zona.name());
            button.setAccessibleText(words.get("home.kppn.zone", zona.name()));
            button.setOnAction(event -> model.chooseZone(zona));
            zones.getChildren().add(button);
        }
        draw(model.certificateProperty(), this::drawCertificate);
        draw(model.receptionProperty(), this::drawReception);
        draw(model.contentsProperty(), this::drawContents);
        draw(model.practice().stateProperty(), this::drawPractice);
        draw(model.failureProperty(), this::drawFailure);
        Timeline clock = new Timeline(new KeyFrame(javafx.util.Duration.seconds(1), event -> model.tick()));
        clock.setCycleCount(Animation.INDEFINITE);
        clock.play();
        keep(clock::stop);
    }

    @Override
    public void shown() {
        model.refresh();
        begin.requestFocus();
    }

    @FXML
    void begin() {
        actions.newPackage();
    }

    @FXML
    void practise() {
        model.practice().start();
    }

    @FXML
    void cancelPractice() {
        model.practice().end();
    }

    @FXML
    void toCertificate() {
        navigation.go(Screen.CERTIFICATE);
    }

    @FXML
    void toSettings() {
        navigation.go(Screen.SETTINGS);
    }

    private void drawPractice(PracticeState state) {
        boolean starting = state instanceof PracticeState.Starting;
        show(practise, !(state instanceof PracticeState.On));
        practise.setDisable(starting);
        show(practiceProgress, starting);
        practiceNotice.hide();
        switch (state) {
            case PracticeState.Off s -> offerPractice();
            case PracticeState.On s -> {}
            case PracticeState.Starting s -> {
                practiceCancel.setDisable(s.stopping());
                practiceStep.setText(words.get(
                        s.stopping()
                                ? "home.practice.stopping"
                                : s.prepared() ? "home.practice.servers" : "home.practice.preparing"));
            }
            case PracticeState.Busy s -> practiceNotice.say(Notice.Kind.WARNING, words.get("home.practice.busy"), "");
            case PracticeState.Elsewhere s ->
                practiceNotice.say(
                        Notice.Kind.BAD,
                        words.get("home.practice.elsewhere"),
                        words.get("home.practice.elsewhere.next"));
            case PracticeState.Failed s -> practiceNotice.say(words.tell(s.failure()));
        }
    }

    /** Who has no certificate yet is shown the way; who has one knows it by the button. */
    private void offerPractice() {
        if (model.certificateProperty().get() instanceof CertificateGlance.Nothing) {
            practiceNotice.say(Notice.Kind.INFO, words.get("home.practice.offer"), "");
        }
    }

    private void drawCertificate(CertificateGlance glance) {
        show(light, glance instanceof CertificateGlance.Judged);
        show(asOf, glance instanceof CertificateGlance.Judged);
        show(owner, !(glance instanceof CertificateGlance.Nothing));
        switch (glance) {
            case CertificateGlance.Nothing g -> standing.setText(words.get("home.certificate.none"));
            case CertificateGlance.Unseen g -> say(g.file(), words.get("home.certificate.unseen"));
            case CertificateGlance.Judging g -> say(g.file(), words.get("home.certificate.judging"));
            case CertificateGlance.Unusable g -> {
                Words.Told told = words.tell(g.failure());
                say(g.file(), told.happened() + " " + told.todo());
            }
            case CertificateGlance.Judged g -> judged(g);
        }
        drawPractice(model.practice().state());
    }

    private void say(Path file, String text) {
        owner.setText(file.getFileName().toString());
        standing.setText(text);
    }

    private void judged(CertificateGlance.Judged judged) {
        owner.setText(judged.identity().nama());
        for (Light each : Light.values()) {
            light.pseudoClassStateChanged(
                    pseudoClass(each), each == judged.assessment().light());
        }
        light.setText(words.get("certificate.light." + judged.assessment().light()));
        standing.setText(words.next(judged.assessment(), judged.daysLeft()));
        asOf.setText(
                judged.opened()
                        ? words.get("home.certificate.now", words.dateTime(judged.judgedAt()))
                        : words.get(
                                "home.certificate.as-of",
                                words.dateTime(judged.judgedAt()),
                                words.dateTime(judged.seenAt())));
    }

    private static PseudoClass pseudoClass(Light light) {
        return PseudoClass.getPseudoClass(light.name().toLowerCase(Locale.ROOT));
    }

    private void drawReception(Reception reception) {
        show(kppnBox, reception instanceof Reception.NoKppn);
        show(zones, reception instanceof Reception.ZoneUnknown);
        show(hours, reception instanceof Reception.Open || reception instanceof Reception.Closed);
        hours.pseudoClassStateChanged(pseudoClass(Light.HIJAU), reception instanceof Reception.Open);
        switch (reception) {
            case Reception.NoKppn r -> {
                kppn.setText(words.get("home.kppn.title"));
                countdown.setText(words.get("home.kppn.none"));
            }
            case Reception.ZoneUnknown r -> {
                kppn.setText(words.get("home.kppn", r.kppn().kode()));
                countdown.setText(words.get("home.kppn.zone-unknown"));
            }
            case Reception.Open r -> {
                kppn.setText(words.get("home.kppn", r.kppn().kode()));
                hours.setText(words.get("home.kppn.open"));
                countdown.setText(words.get("home.kppn.open.left", span(r.left()), time(r.until())));
            }
            case Reception.Closed r -> {
                kppn.setText(words.get("home.kppn", r.kppn().kode()));
                hours.setText(words.get("home.kppn.closed"));
                countdown.setText(words.get("home.kppn.closed.left", span(r.left()), time(r.opens())));
            }
        }
    }

    /** In the KPPN's own local time. */
    private String time(ZonedDateTime at) {
        Words local = kppnWords
                .filter(known -> known.zone().equals(at.getZone()))
                .orElseGet(() -> Words.of(words.locale(), at.getZone()));
        kppnWords = Optional.of(local);
        return local.dateTime(at.toInstant());
    }

    /** To the minute, and in the last hour to the second. */
    private String span(Duration left) {
        if (left.toHours() >= 1) {
            return words.get("home.span.hours", left.toHours(), left.toMinutesPart());
        }
        return words.get("home.span.minutes", left.toMinutes(), left.toSecondsPart());
    }

    private void drawContents(HomeContents contents) {
        long waiting = contents.open();
        show(open, waiting > 0);
        open.setText(words.get("home.outbox.open", waiting));
        outbox.getChildren().clear();
        contents.outbox().forEach(row -> outbox.getChildren().add(row(row)));
        orSay(outbox, "home.outbox.none");
        show(draftsBox, !contents.drafts().isEmpty());
        drafts.getChildren().clear();
        contents.drafts().forEach(draft -> drafts.getChildren().add(row(draft)));
        recent.getChildren().clear();
        contents.recent().forEach(folder -> recent.getChildren().add(row(folder)));
        orSay(recent, "home.recent.none");
        contents.trouble().ifPresentOrElse(found -> notice.say(words.tell(found)), notice::hide);
    }

    private void drawFailure(Optional<Failure> failure) {
        failure.ifPresent(found -> notice.say(words.tell(found)));
    }

    private void orSay(Pane rows, String key) {
        if (rows.getChildren().isEmpty()) {
            Label none = new Label(words.get(key));
            none.getStyleClass().add("muted");
            none.setWrapText(true);
            none.setMinHeight(Region.USE_PREF_SIZE);
            rows.getChildren().add(none);
        }
    }

    private Node row(OutboxRow row) {
        String what = words.brief(row.details().content().jenis()) + " "
                + String.join(", ", row.details().content().nomor());
        String state = row.standing()
                .halt()
                .map(halt -> words.get("home.halt." + halt.kind()))
                .orElseGet(() -> words.shared().get("status.state." + row.state()));
        return HomeRow.of(what, state, row.bundle().toString(), () -> navigation.go(Screen.SEND));
    }

    private Node row(Draft draft) {
        return HomeRow.of(
                draft.title(),
                words.brief(draft.changed()),
                draft.title(),
                () -> model.drafts().open(draft));
    }

    private Node row(Path folder) {
        String name = folder.getFileName() == null
                ? folder.toString()
                : folder.getFileName().toString();
        return HomeRow.of(name, "", folder.toString(), () -> actions.openPackage(folder));
    }
}
