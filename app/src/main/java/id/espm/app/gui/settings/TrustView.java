package id.espm.app.gui.settings;

import id.espm.app.gui.look.Failure;
import id.espm.app.gui.look.FilePicker;
import id.espm.app.gui.look.Notice;
import id.espm.app.gui.look.ScreenView;
import id.espm.app.gui.look.Words;
import id.espm.signer.trust.KnownAuthority;
import id.espm.signer.trust.TrustedCertificate;
import java.util.List;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The trusted issuers with their fingerprints. */
@SuppressWarnings("NullAway.Init") // FXML fills the fields
public final class TrustView extends ScreenView {
    private final TrustList model;
    private final Words words;
    private final FilePicker files;

    @FXML
    private Pane trusted;

    @FXML
    private Node offer;

    @FXML
    private Pane offered;

    @FXML
    private Notice trustNotice;

    @FXML
    private Node removedBox;

    @FXML
    private Label removed;

    public TrustView(TrustList model, Words words, FilePicker files) {
        this.model = model;
        this.words = words;
        this.files = files;
    }

    @FXML
    void initialize() {
        draw(model.trustedProperty(), this::drawTrusted);
        draw(model.offeredProperty(), this::drawOffered);
        draw(model.failureProperty(), this::drawFailure);
        draw(model.removedProperty(), this::drawRemoved);
    }

    @FXML
    void add() {
        files.file(words.get("settings.trust.add.title")).ifPresent(model::offer);
    }

    @FXML
    void accept() {
        model.accept();
    }

    @FXML
    void refuse() {
        model.refuse();
    }

    @FXML
    void undo() {
        model.undo();
    }

    private void drawTrusted(List<TrustedCertificate> all) {
        trusted.getChildren().setAll(all.stream().map(this::row).toList());
        if (all.isEmpty()) {
            Label none = new Label(words.get("settings.trust.none"));
            none.setWrapText(true);
            trusted.getChildren().add(none);
        }
    }

    private void drawOffered(List<TrustedCertificate> found) {
        show(offer, !found.isEmpty());
        show(trusted, found.isEmpty());
        offered.getChildren().setAll(found.stream().map(this::described).toList());
    }

    private void drawFailure(Optional<Failure> failure) {
        failure.ifPresentOrElse(found -> trustNotice.say(words.tell(found)), trustNotice::hide);
    }

    private void drawRemoved(Optional<TrustedCertificate> gone) {
        show(removedBox, gone.isPresent());
        gone.ifPresent(one -> removed.setText(words.get("settings.trust.removed", one.name())));
    }

    /** Its name, its fingerprint in whole, and as whom it is known. */
    private VBox described(TrustedCertificate one) {
        Label name = new Label(words.get(
                "settings.trust.name",
                one.name(),
                words.date(one.certificate().getNotAfter().toInstant())));
        name.getStyleClass().add("detail-main");
        Label fingerprint = new Label(one.fingerprint());
        fingerprint.getStyleClass().add("fingerprint");
        fingerprint.setTooltip(new Tooltip(one.fingerprint()));
        Label known = new Label(one.known().map(this::known).orElseGet(() -> words.get("settings.trust.unknown")));
        known.getStyleClass().add("field-label");
        VBox box = new VBox(name, fingerprint, known);
        box.getChildren().forEach(each -> {
            ((Label) each).setWrapText(true);
            ((Label) each).setMinHeight(Region.USE_PREF_SIZE);
        });
        return box;
    }

    private String known(KnownAuthority authority) {
        return words.get(
                authority.demo() ? "settings.trust.demo" : "settings.trust.known",
                authority.name(),
                authority.organisation());
    }

    private Node row(TrustedCertificate one) {
        Button remove = new Button(words.get("settings.trust.remove"));
        remove.setAccessibleText(words.get("settings.trust.remove.name", one.name()));
        remove.setMinWidth(Region.USE_PREF_SIZE);
        remove.setOnAction(event -> model.remove(one));
        VBox text = described(one);
        HBox.setHgrow(text, Priority.ALWAYS);
        HBox line = new HBox(text, remove);
        line.getStyleClass().add("line");
        return line;
    }
}
