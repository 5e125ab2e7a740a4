package id.espm.app.gui.preview;

import id.espm.app.gui.look.Words;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A PDF in the list, with whether its signature will be seen. */
final class DocumentCell extends ListCell<PreviewDocument> {
    private final PreviewViewModel model;
    private final Words words;
    private final Label name = new Label();
    private final Label how = new Label();
    private final VBox lines = new VBox(name, how);

    DocumentCell(PreviewViewModel model, Words words) {
        this.model = model;
        this.words = words;
        how.getStyleClass().add("field-label");
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable PreviewDocument document, boolean empty) {
        super.updateItem(document, empty);
        if (empty || document == null) {
            setGraphic(null);
            setTooltip(null);
            setAccessibleText(null);
            return;
        }
        boolean seen =
                model.appearancesProperty().get().of(document.file()).visible().isPresent();
        name.setText(document.name());
        how.setText(words.get(seen ? "preview.seen" : "preview.hidden", document.nomor()));
        setGraphic(lines);
        setTooltip(new Tooltip(document.name()));
        setAccessibleText(document.name() + ", " + how.getText());
    }
}
