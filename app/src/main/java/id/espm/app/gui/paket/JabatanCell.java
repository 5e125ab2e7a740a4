package id.espm.app.gui.paket;

import id.espm.app.gui.look.Words;
import id.espm.app.gui.paket.PackageViewModel.JabatanChoice;
import id.espm.signer.Jabatan;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.control.ListCell;
import org.jspecify.annotations.Nullable;

/** A position in the list: who does not sign the chosen jenis is greyed, with the clause that says so. */
final class JabatanCell extends ListCell<Jabatan> {
    private final Words words;
    private final Supplier<List<JabatanChoice>> choices;

    JabatanCell(Words words, Supplier<List<JabatanChoice>> choices) {
        this.words = words;
        this.choices = choices;
    }

    @Override
    protected void updateItem(@Nullable Jabatan item, boolean empty) {
        super.updateItem(item, empty);
        if (item == null || empty) {
            setText(null);
            setDisable(false);
            return;
        }
        for (JabatanChoice choice : choices.get()) {
            if (choice.jabatan() == item) {
                setDisable(!choice.maySign());
                setText(
                        choice.maySign()
                                ? words.of(item)
                                : words.get("package.jabatan.not", words.of(item), choice.pasal()));
            }
        }
    }
}
