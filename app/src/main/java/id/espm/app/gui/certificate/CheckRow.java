package id.espm.app.gui.certificate;

import id.espm.app.text.AssessmentText;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;

/** One check of the certificate: what was looked at, what came of it, and where it is not good why and what to do. */
final class CheckRow {
    private CheckRow() {}

    static Node of(AssessmentText.Line line) {
        FontIcon icon = new FontIcon(picture(line.grade()));
        icon.getStyleClass().add("check-icon");
        icon.pseudoClassStateChanged(
                PseudoClass.getPseudoClass(line.grade().name().toLowerCase(Locale.ROOT)), true);
        Label name = new Label(line.name());
        name.getStyleClass().add("check-name");
        Label outcome =
                new Label(line.reason().map(why -> line.outcome() + ": " + why).orElse(line.outcome()));
        outcome.setWrapText(true);
        outcome.setMinHeight(Region.USE_PREF_SIZE);
        HBox.setHgrow(outcome, Priority.ALWAYS);
        HBox row = new HBox(icon, name, outcome);
        row.getStyleClass().add("check");
        return row;
    }

    private static String picture(AssessmentText.Grade grade) {
        return switch (grade) {
            case PASSED -> "mdal-check_circle";
            case CAUTION -> "mdmz-warning";
            case REFUSED -> "mdal-error";
            case NOT_CHECKED -> "mdmz-remove_circle_outline";
        };
    }
}
