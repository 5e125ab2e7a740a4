package id.espm.app.gui.look;

import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.TableColumn;

/**
 * A column of texts. It is never narrower than its title, and a text that is wider is whole in its tooltip.
 *
 * @param <S> what a row of the table is
 */
public final class TextColumn<S> extends TableColumn<S, String> {
    /** A letter of the window's font is no wider on average, even where it is bold. */
    private static final double LETTER = 8.5;

    private static final double PADDING = 24;

    /** @param width to begin with, in the toolkit's units */
    public TextColumn(String title, Function<S, String> text, double width) {
        super(title);
        setMinWidth(title.length() * LETTER + PADDING);
        setPrefWidth(Math.max(width, getMinWidth()));
        setSortable(false);
        setReorderable(false);
        setCellFactory(same -> new TipCell<>());
        setCellValueFactory(cell -> new ReadOnlyStringWrapper(text.apply(cell.getValue())));
    }
}
