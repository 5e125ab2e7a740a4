package id.espm.app.gui.preview;

import java.util.function.Function;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import org.jspecify.annotations.Nullable;

/** Lets a box offer values in words. */
final class ChoiceCells {
    private ChoiceCells() {}

    static <T> void setUp(ComboBox<T> box, Function<T, String> words) {
        box.setCellFactory(list -> new Cell<>(words));
        box.setButtonCell(new Cell<>(words));
    }

    private static final class Cell<T> extends ListCell<T> {
        private final Function<T, String> words;

        Cell(Function<T, String> words) {
            this.words = words;
        }

        @Override
        protected void updateItem(@Nullable T item, boolean empty) {
            super.updateItem(item, empty);
            setText(empty || item == null ? null : words.apply(item));
        }
    }
}
