package id.espm.app.gui.verify;

import id.espm.app.gui.look.Notice;
import id.espm.app.gui.look.Words;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeCell;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** A file or document in the list, with the icon and the word of its verdict. */
final class VerifyCell extends TreeCell<VerifyItem> {
    private final Words words;
    private final FontIcon icon = new FontIcon();

    VerifyCell(Words words) {
        this.words = words;
        icon.getStyleClass().add("verdict-icon");
        getStyleClass().add("verdict-cell");
    }

    @Override
    protected void updateItem(@Nullable VerifyItem item, boolean empty) {
        super.updateItem(item, empty);
        if (empty || item == null) {
            setText(null);
            setGraphic(null);
            setTooltip(null);
            setAccessibleText(null);
            return;
        }
        VerdictLook look = VerdictLook.of(item, words);
        for (Notice.Kind kind : Notice.Kind.values()) {
            PseudoClass each = PseudoClass.getPseudoClass(kind.name().toLowerCase(Locale.ROOT));
            pseudoClassStateChanged(each, kind == look.kind());
        }
        icon.setIconLiteral(look.kind().icon());
        setText(item.shortName());
        setGraphic(icon);
        String whole = words.get("verify.item", item.name(), look.word());
        setTooltip(new Tooltip(whole));
        setAccessibleText(whole);
    }
}
