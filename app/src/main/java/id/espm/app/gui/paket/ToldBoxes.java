package id.espm.app.gui.paket;

import id.espm.app.gui.look.Failure;
import id.espm.app.gui.look.Notice;
import id.espm.app.gui.look.Words;
import id.espm.app.text.Messages;
import id.espm.app.text.PackageText;
import id.espm.signer.Caution;
import id.espm.signer.Difference;
import java.util.List;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The differences to be confirmed, and whatever else is to be told of a package. */
final class ToldBoxes {
    private final PackageViewModel model;
    private final Words words;
    private final PackageText texts;

    ToldBoxes(PackageViewModel model, Words words) {
        this.model = model;
        this.words = words;
        this.texts = new PackageText(Messages.shared(words.locale()));
    }

    void drawDifferences(VBox box) {
        List<Difference> all = model.foundProperty().get().differences();
        box.getChildren().clear();
        if (!all.isEmpty()) {
            box.getChildren().add(line(words.get("package.differences"), "step-title"));
        }
        all.forEach(difference -> box.getChildren().add(check(difference)));
        box.setVisible(!all.isEmpty());
        box.setManaged(!all.isEmpty());
    }

    private CheckBox check(Difference difference) {
        CheckBox check = new CheckBox(texts.difference(difference));
        check.setWrapText(true);
        check.setMinHeight(Region.USE_PREF_SIZE);
        check.setMnemonicParsing(false);
        check.setSelected(model.isAccepted(difference));
        check.setOnAction(event -> model.accept(difference, check.isSelected()));
        return check;
    }

    /** What was not taken, and what should be known of the rest; that an ADK wants its password is asked elsewhere. */
    void drawTold(VBox box) {
        box.getChildren().clear();
        for (Failure failure : model.news().failuresProperty().get()) {
            Notice one = new Notice();
            one.say(words.tell(failure));
            box.getChildren().add(one);
        }
        Found found = model.foundProperty().get();
        for (Caution caution : found.cautions()) {
            if (!(caution instanceof Caution.AdkNotRead && found.wantsPassword())) {
                box.getChildren().add(line(words.tell(caution), "muted"));
            }
        }
        box.setVisible(!box.getChildren().isEmpty());
        box.setManaged(!box.getChildren().isEmpty());
    }

    private static Label line(String text, String styleClass) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().add(styleClass);
        return label;
    }
}
