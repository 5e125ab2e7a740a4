package id.espm.app.gui.sign;

import id.espm.app.gui.look.Words;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;

/** What came of each package, a line for each; one that went well alone needs none. */
final class OutcomeRows {
    private final Words words;

    OutcomeRows(Words words) {
        this.words = words;
    }

    List<Node> rows(SignState.Done done) {
        List<Node> rows = new ArrayList<>();
        if (done.outcomes().size() > 1 || !done.failed().isEmpty()) {
            done.outcomes().forEach(outcome -> rows.add(row(outcome)));
        }
        done.drift().ifPresent(drift -> rows.add(line(words.tell(drift), "muted")));
        return rows;
    }

    private HBox row(SignOutcome outcome) {
        String nomor = String.join(", ", outcome.nomor());
        String text = outcome.failure()
                .map(words::tell)
                .map(told -> words.get("sign.outcome.failed", nomor, told.happened(), told.todo()))
                .or(() -> outcome.signed()
                        .map(signed -> words.get(
                                "sign.outcome.signed",
                                nomor,
                                String.valueOf(signed.bundle().getFileName()))))
                .or(() -> outcome.bundle()
                        .map(bundle -> words.get("sign.outcome.before", nomor, String.valueOf(bundle.getFileName()))))
                .orElse(nomor);
        boolean good = outcome.bundle().isPresent();
        FontIcon icon = new FontIcon(good ? "mdal-check_circle" : "mdal-error");
        icon.getStyleClass().add(good ? "good-icon" : "bad-icon");
        Label label = line(text, good ? "outcome" : "outcome-failed");
        HBox.setHgrow(label, Priority.ALWAYS);
        HBox row = new HBox(icon, label);
        row.getStyleClass().add("line");
        return row;
    }

    static Label line(String text, String styleClass) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().add(styleClass);
        return label;
    }
}
