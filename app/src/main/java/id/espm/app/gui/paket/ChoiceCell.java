package id.espm.app.gui.paket;

import id.espm.app.gui.look.Words;
import id.espm.app.gui.paket.PackageChoices.Choice;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.scene.control.ListCell;
import org.jspecify.annotations.Nullable;

/** Something to be chosen from a list: what the official may not sign is greyed, with the clause that says so. */
final class ChoiceCell<T> extends ListCell<T> {
    private final Words words;
    private final Function<T, String> text;
    private final Supplier<List<Choice<T>>> choices;

    ChoiceCell(Words words, Function<T, String> text, Supplier<List<Choice<T>>> choices) {
        this.words = words;
        this.text = text;
        this.choices = choices;
    }

    @Override
    protected void updateItem(@Nullable T item, boolean empty) {
        super.updateItem(item, empty);
        if (item == null || empty) {
            setText(null);
            setDisable(false);
            return;
        }
        for (Choice<T> choice : choices.get()) {
            if (choice.value().equals(item)) {
                setDisable(!choice.allowed());
                setText(
                        choice.allowed()
                                ? text.apply(item)
                                : words.get("package.choice.not", text.apply(item), choice.pasal()));
            }
        }
    }
}
