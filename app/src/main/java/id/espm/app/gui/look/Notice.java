package id.espm.app.gui.look;

import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleAttribute;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** A box in the flow that says what happened and what to do; it takes no room while it has nothing to say. */
public final class Notice extends HBox {
    private final FontIcon icon = new FontIcon();
    private final Label happened = line("notice-happened");
    private final Label todo = line("notice-todo");
    private final Tooltip tooltip = new Tooltip();

    /** Says nothing yet. */
    public Notice() {
        getStyleClass().add("notice");
        VBox text = new VBox(happened, todo);
        text.getStyleClass().add("notice-text");
        HBox.setHgrow(text, Priority.ALWAYS);
        icon.getStyleClass().add("notice-icon");
        getChildren().addAll(icon, text);
        setMinHeight(Region.USE_PREF_SIZE);
        hide();
    }

    /** How good or bad the news is; each has its colours and its icon, so that no news rests on colour alone. */
    public enum Kind {
        GOOD("mdal-check_circle"),
        INFO("mdal-info"),
        WARNING("mdmz-warning"),
        BAD("mdal-error");

        private final String icon;

        Kind(String icon) {
            this.icon = icon;
        }

        /** Its icon, as Ikonli names it. */
        public String icon() {
            return icon;
        }

        private PseudoClass pseudoClass() {
            return PseudoClass.getPseudoClass(name().toLowerCase(Locale.ROOT));
        }
    }

    /** Says something. An empty {@code next} takes no room. */
    public void say(Kind kind, String what, String next) {
        for (Kind each : Kind.values()) {
            pseudoClassStateChanged(each.pseudoClass(), each == kind);
        }
        icon.setIconLiteral(kind.icon);
        happened.setText(what);
        todo.setText(next);
        todo.setManaged(!next.isEmpty());
        todo.setVisible(!next.isEmpty());
        Tooltip.uninstall(this, tooltip);
        setAccessibleText(next.isEmpty() ? what : what + " " + next);
        setVisible(true);
        setManaged(true);
    }

    /** Adds the whole of what was said in brief, for the pointer and for a screen reader. */
    public void explain(String whole) {
        Tooltip.install(this, tooltip);
        tooltip.setText(whole);
        setAccessibleText(whole);
    }

    /** Tells a failure. */
    public void say(Words.Told told) {
        say(Kind.BAD, told.happened(), told.todo());
    }

    /** Has a screen reader speak what is said, wherever the cursor is. */
    public void announce() {
        if (isVisible()) {
            happened.notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
        }
    }

    /** Says nothing any more. */
    public void hide() {
        happened.setText("");
        todo.setText("");
        setVisible(false);
        setManaged(false);
    }

    private static Label line(String styleClass) {
        Label label = new Label();
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().add(styleClass);
        return label;
    }
}
