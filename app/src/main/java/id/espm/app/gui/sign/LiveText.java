package id.espm.app.gui.sign;

import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;

/** A line that a screen reader speaks whenever it changes, wherever the cursor is. */
public final class LiveText extends Label {
    /** Says nothing yet. */
    public LiveText() {
        setAccessibleRole(AccessibleRole.TEXT);
        setWrapText(true);
        textProperty().subscribe(text -> notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT));
    }
}
