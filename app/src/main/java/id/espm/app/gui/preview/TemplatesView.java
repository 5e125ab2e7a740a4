package id.espm.app.gui.preview;

import id.espm.app.gui.look.ScreenView;
import id.espm.app.gui.look.Words;
import java.util.List;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;

/** Keeps looks of signatures for other packages, and brings them back. */
@SuppressWarnings("NullAway.Init") // FXML fills the fields
public final class TemplatesView extends ScreenView {
    private final TemplatesViewModel model;
    private final PreviewViewModel preview;
    private final Words words;
    private boolean drawing;

    @FXML
    private ComboBox<String> names;

    @FXML
    private Button delete;

    @FXML
    private TextField name;

    @FXML
    private Button save;

    @FXML
    private Node deletedBox;

    @FXML
    private Label deleted;

    public TemplatesView(TemplatesViewModel model, PreviewViewModel preview, Words words) {
        this.model = model;
        this.preview = preview;
        this.words = words;
    }

    @FXML
    void initialize() {
        draw(model.namesProperty(), this::drawNames);
        draw(model.deletedProperty(), this::drawDeleted);
        draw(preview.appearancesProperty(), now -> drawSave());
        draw(preview.selectedProperty(), now -> drawSave());
        draw(name.textProperty(), now -> drawSave());
    }

    private void drawNames(List<String> now) {
        drawing = true;
        String chosen = names.getValue();
        names.getItems().setAll(now);
        names.setValue(chosen != null && now.contains(chosen) ? chosen : null);
        names.setDisable(now.isEmpty());
        names.setPromptText(words.get(now.isEmpty() ? "preview.template.none" : "preview.template.choose"));
        delete.setDisable(names.getValue() == null);
        drawing = false;
    }

    private void drawSave() {
        save.setDisable(!model.mayBeSaved(name.getText()));
    }

    private void drawDeleted(Optional<TemplatesViewModel.Deleted> gone) {
        show(deletedBox, gone.isPresent());
        deleted.setText(gone.map(template -> words.get("preview.template.deleted", template.name()))
                .orElse(""));
    }

    @FXML
    void use() {
        if (!drawing && names.getValue() != null) {
            delete.setDisable(false);
            model.use(names.getValue());
        }
    }

    @FXML
    void delete() {
        if (names.getValue() != null) {
            model.delete(names.getValue());
        }
    }

    @FXML
    void bringBack() {
        model.bringBack();
    }

    @FXML
    void save() {
        model.save(name.getText());
        name.clear();
    }
}
