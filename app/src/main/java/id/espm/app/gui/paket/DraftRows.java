package id.espm.app.gui.paket;

import id.espm.app.draft.Draft;
import id.espm.app.gui.look.Words;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;

/** The packages that lie open, and the drafts that wait, as rows of buttons. */
final class DraftRows {
    private final PackageViewModel model;
    private final Words words;

    DraftRows(PackageViewModel model, Words words) {
        this.model = model;
        this.words = words;
    }

    /** A toggle for each open package; one alone needs none. */
    void drawTabs(Pane tabs, OpenPackages open) {
        tabs.getChildren().clear();
        if (open.all().size() > 1) {
            open.all()
                    .forEach(tab -> tabs.getChildren()
                            .add(tab(tab, open, tabs.getChildren().size() + 1)));
        }
    }

    private ToggleButton tab(OpenPackages.Tab tab, OpenPackages open, int number) {
        String jenis = tab.jenis().map(words::brief).orElse("");
        ToggleButton button =
                new ToggleButton(words.get("package.tab", number, jenis).strip());
        button.setMnemonicParsing(false);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setGraphic(new FontIcon(tab.ready() ? "mdal-check_circle" : "mdal-error_outline"));
        button.setAccessibleText(words.get(tab.ready() ? "package.tab.ready" : "package.tab.open", button.getText()));
        tab.source().ifPresent(source -> button.setTooltip(new Tooltip(source.toString())));
        button.setSelected(open.shown().map(tab.id()::equals).orElse(false));
        button.setOnAction(event -> {
            button.setSelected(true);
            model.show(tab.id());
        });
        return button;
    }

    /** Each draft that waits, with what can be done about it. */
    void drawWaiting(Pane box, List<Draft> waiting) {
        box.getChildren().setAll(waiting.stream().map(this::row).toList());
        box.setVisible(!waiting.isEmpty());
        box.setManaged(!waiting.isEmpty());
    }

    private HBox row(Draft draft) {
        String what = draft.details().jenis().map(words::brief).orElseGet(() -> words.get("package.draft.no-jenis"));
        Label label = new Label(words.get(
                "package.draft",
                what,
                draft.files().size(),
                words.dateTime(draft.changed()),
                draft.source()
                        .map(source -> String.valueOf(source.getFileName()))
                        .orElse("")));
        label.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        label.setTooltip(new Tooltip(draft.source().map(String::valueOf).orElse("")));
        label.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(label, Priority.ALWAYS);
        Button open = button("package.draft.open", label.getText());
        open.setOnAction(event -> model.open(draft.id()));
        Button delete = button("package.draft.delete", label.getText());
        delete.setOnAction(event -> model.delete(draft.id()));
        HBox row = new HBox(label, open, delete);
        row.getStyleClass().add("line");
        return row;
    }

    private Button button(String key, String draft) {
        Button button = new Button(words.get(key));
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setAccessibleText(words.get(key) + ": " + draft);
        return button;
    }
}
