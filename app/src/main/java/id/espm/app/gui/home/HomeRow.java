package id.espm.app.gui.home;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** A line of a list that leads somewhere. */
final class HomeRow {
    /** What a flat button keeps free on both sides. */
    private static final double EDGES = 24;

    private HomeRow() {}

    /**
     * Makes one; what is cut of it stands in its tooltip.
     *
     * @param what  in a few words
     * @param state how it stands, at the right; may be empty
     * @param whole everything, for the tooltip
     */
    static Node of(String what, String state, String whole, Runnable action) {
        Tooltip tip = new Tooltip(whole);
        Label left = new Label(what);
        left.setMaxWidth(Double.MAX_VALUE);
        left.setTooltip(tip);
        HBox.setHgrow(left, Priority.ALWAYS);
        Label right = new Label(state);
        right.getStyleClass().add("muted");
        right.setMinWidth(Region.USE_PREF_SIZE);
        HBox line = new HBox(left, right);
        line.getStyleClass().add("line");
        Button button = new Button();
        button.setGraphic(line);
        button.setAccessibleText(state.isEmpty() ? what : what + ", " + state);
        button.setTooltip(tip);
        button.setMaxWidth(Double.MAX_VALUE);
        button.getStyleClass().addAll("flat", "row-button");
        line.prefWidthProperty().bind(button.widthProperty().subtract(EDGES));
        button.setOnAction(event -> action.run());
        return button;
    }
}
