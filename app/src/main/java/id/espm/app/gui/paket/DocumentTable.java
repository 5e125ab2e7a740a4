package id.espm.app.gui.paket;

import id.espm.app.gui.look.Words;
import java.util.List;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ReadOnlyStringWrapper;
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
        size.setMinWidth(75);
        TableColumn<DocumentRow, String> lampiran =
                column("package.column.lampiran", row -> orDash(String.join(", ", row.lampiran())), 240);
        lampiran.setMinWidth(120);
        table.getColumns()
                .setAll(List.of(
                        column("package.column.nomor", DocumentRow::nomor, 110),
                        column("package.column.adk", row -> orDash(row.adk()), 140),
                        lampiran,
                        size,
                        state()));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setPlaceholder(new Label(words.get("package.no-documents")));
    }

    private TableColumn<DocumentRow, String> column(String key, Function<DocumentRow, String> text, double width) {
        TableColumn<DocumentRow, String> column = new TableColumn<>(words.get(key));
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellFactory(same -> new TipCell());
        column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(text.apply(cell.getValue())));
        return column;
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
