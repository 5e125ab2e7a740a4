package id.espm.app.gui.paket;

import java.util.function.Function;
import javafx.scene.control.ListCell;
import org.jspecify.annotations.Nullable;

/** What was chosen, in brief; the list tells it in full. */
final class ShortCell<T> extends ListCell<T> {
    private final Function<T, String> brief;

    ShortCell(Function<T, String> brief) {
        this.brief = brief;
    }

    @Override
    protected void updateItem(@Nullable T item, boolean empty) {
        super.updateItem(item, empty);
        setText(item == null || empty ? "" : brief.apply(item));
    }
}
