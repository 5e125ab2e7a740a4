package id.espm.app.gui.look;

import java.util.function.Function;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/**
 * Writes the values of a list that nobody types into.
 *
 * @param <T> what a value is
 */
public final class TextOnly<T> extends StringConverter<T> {
    private final Function<T, String> writer;

    /** @param writer what a value is called */
    public TextOnly(Function<T, String> writer) {
        this.writer = writer;
    }

    @Override
    public String toString(@Nullable T value) {
        return value == null ? "" : writer.apply(value);
    }

    @Override
    public T fromString(String text) {
        throw new UnsupportedOperationException("nobody types here");
    }
}
