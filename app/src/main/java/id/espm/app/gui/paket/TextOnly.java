package id.espm.app.gui.paket;

import java.util.function.Function;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** Writes the values of a list that nobody types into. */
final class TextOnly<T> extends StringConverter<T> {
    private final Function<T, String> writer;

    TextOnly(Function<T, String> writer) {
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
