package id.espm.app.gui.paket;

import id.espm.app.gui.look.TextColumn;
import id.espm.app.gui.look.Words;
import java.util.List;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/** The documents of the package as a table. */
final class DocumentTable {
    private final Words words;

    DocumentTable(Words words) {
        this.words = words;
    }

    void setUp(TableView<DocumentRow> table) {
        TableColumn<DocumentRow, String> size = column("package.column.size", row -> words.size(row.size()), 75);
        size.getStyleClass().add("numbers");
        table.getColumns()
                .setAll(List.of(
                        column("package.column.nomor", DocumentRow::nomor, 110),
                        column("package.column.adk", row -> orDash(row.adk()), 140),
                        column("package.column.lampiran", row -> orDash(String.join(", ", row.lampiran())), 240),
                        size,
                        state()));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setPlaceholder(new Label(words.get("package.no-documents")));
    }

    private TableColumn<DocumentRow, String> column(String key, Function<DocumentRow, String> text, double width) {
        return new TextColumn<>(words.get(key), text, width);
    }

    private TableColumn<DocumentRow, String> state() {
        TableColumn<DocumentRow, String> column = column("package.column.state", row -> "", 105);
        column.setCellValueFactory(cell -> state(cell.getValue()));
        return column;
    }

    private StringBinding state(DocumentRow row) {
        return Bindings.createStringBinding(
                () -> {
                    int signed = row.signedProperty().get();
                    if (signed == 0) {
                        return words.get("package.state.unsigned");
                    }
                    return signed < row.files()
                            ? words.get("package.state.signing", signed, row.files())
                            : words.get("package.state.signed");
                },
                row.signedProperty());
    }

    private static String orDash(String text) {
        return text.isEmpty() ? "–" : text;
    }
}
