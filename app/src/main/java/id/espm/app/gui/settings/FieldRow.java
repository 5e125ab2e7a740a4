package id.espm.app.gui.settings;

import id.espm.app.gui.look.FilePicker;
import id.espm.app.gui.look.Words;
import java.util.Set;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A setting that is typed: its name, its text, and the words of its rule where the text breaks it. */
final class FieldRow extends VBox {
    private static final PseudoClass WANTED = PseudoClass.getPseudoClass("wanted");

    private final SettingsField field;
    private final TextField text = new TextField();
    private final Label hint = new Label();

    FieldRow(SettingsField field, SettingsForm form, Words words, FilePicker files) {
        this.field = field;
        getStyleClass().add("field");
        Label name = new Label(words.get("settings.field." + field));
        name.getStyleClass().add("field-label");
        name.setLabelFor(text);
        text.setId("field-" + field);
        text.setAccessibleText(words.get("settings.field." + field));
        text.setTooltip(new Tooltip(words.get("settings.tip." + field)));
        text.textProperty().bindBidirectional(form.text(field));
        hint.setText(words.get("settings.wrong." + rule(field)));
        hint.getStyleClass().add("field-hint");
        hint.setWrapText(true);
        hint.setMinHeight(Region.USE_PREF_SIZE);
        HBox.setHgrow(text, Priority.ALWAYS);
        HBox line = new HBox(text);
        line.getStyleClass().add("line");
        if (field.isPath()) {
            line.getChildren().add(picker(words, files));
        }
        getChildren().addAll(name, line, hint);
        tell(Set.of());
    }

    /** Files share one rule. */
    private static String rule(SettingsField field) {
        return field.isPath() ? "FILE" : field.name();
    }

    private Button picker(Words words, FilePicker files) {
        Button pick = new Button(words.get("settings.pick"));
        pick.setId("pick-" + field);
        pick.setAccessibleText(words.get("settings.pick.name", words.get("settings.field." + field)));
        pick.setMinWidth(Region.USE_PREF_SIZE);
        pick.setOnAction(event -> files.file(words.get("settings.field." + field))
                .ifPresent(file -> text.setText(file.toAbsolutePath().toString())));
        return pick;
    }

    void tell(Set<SettingsField> wrong) {
        boolean mine = wrong.contains(field);
        text.pseudoClassStateChanged(WANTED, mine);
        hint.setVisible(mine);
        hint.setManaged(mine);
    }
}
