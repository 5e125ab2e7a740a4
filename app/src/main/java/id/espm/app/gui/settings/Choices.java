package id.espm.app.gui.settings;

import id.espm.app.gui.look.TextOnly;
import id.espm.app.gui.look.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;

/** Settings that are chosen from a list. */
final class Choices {
    private Choices() {}

    /** A choice with its name above it; a value that is not in the list is offered too, so that it is not lost. */
    static <T> Node field(
            Words words, String name, ObjectProperty<T> value, List<T> values, Function<T, String> writer) {
        ComboBox<T> box = new ComboBox<>();
        box.setId("choice-" + name);
        box.setMaxWidth(Double.MAX_VALUE);
        box.setAccessibleText(words.get("settings.choice." + name));
        box.setTooltip(new Tooltip(words.get("settings.choice-tip." + name)));
        List<T> all = new ArrayList<>(values);
        if (!all.contains(value.get())) {
            all.add(value.get());
        }
        offer(box, all, writer);
        box.valueProperty().bindBidirectional(value);
        Label label = new Label(words.get("settings.choice." + name));
        label.getStyleClass().add("field-label");
        label.setLabelFor(box);
        VBox field = new VBox(label, box);
        field.getStyleClass().add("field");
        return field;
    }

    /** Fills a list, each value in words. */
    static <T> void offer(ComboBox<T> box, List<T> values, Function<T, String> writer) {
        box.setConverter(new TextOnly<>(writer));
        box.getItems().setAll(values);
    }
}
