package id.espm.app.gui.paket;

import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/** A cell whose text may be too long for its column: the tooltip has it whole. */
final class TipCell extends TableCell<DocumentRow, String> {
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
