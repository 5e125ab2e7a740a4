package id.espm.app.gui.look;

import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/**
 * A cell whose text may be too long for its column: the tooltip has it whole.
 *
 * @param <S> what a row of the table is
 */
public final class TipCell<S> extends TableCell<S, String> {
    private final Tooltip tip = new Tooltip();

    @Override
    protected void updateItem(@Nullable String item, boolean empty) {
        super.updateItem(item, empty);
        boolean blank = item == null || empty;
        setText(blank ? null : item);
        tip.setText(blank ? "" : item);
        setTooltip(blank ? null : tip);
    }
}
