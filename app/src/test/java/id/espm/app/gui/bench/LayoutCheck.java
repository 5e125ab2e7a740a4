package id.espm.app.gui.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Control;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.TitledPane;
import javafx.scene.control.skin.TableColumnHeader;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;

/** Looks at everything that is seen in a window: nothing lies outside, no text is cut, all is named, all can be read. */
public final class LayoutCheck {
    private final Scene scene;
    private final List<String> flaws = new ArrayList<>();

    public LayoutCheck(Scene scene) {
        this.scene = scene;
    }

    /** What was found wrong, each with the state in which it was. */
    public List<String> flaws() {
        return flaws;
    }

    /** Looks at places, texts, names and keys; on the window's thread. */
    public void look(String state) {
        seen(scene.getRoot()).forEach(node -> look(state, node));
        lookAtMnemonics(state);
    }

    /** Looks at colours; on the window's thread. */
    public void lookAtColours(String state) {
        seen(scene.getRoot())
                .flatMap(Contrast::flaw)
                .map(flaw -> state + ": " + flaw)
                .forEach(flaws::add);
    }

    /** One key with Alt must not mean two things at once. */
    private void lookAtMnemonics(String state) {
        Map<String, List<String>> byKey = seen(scene.getRoot())
                .filter(node -> !(node.getParent() instanceof MenuButton))
                .filter(node -> !node.isDisabled() && node instanceof Labeled l && l.isMnemonicParsing())
                .map(node -> ((Labeled) node).getText())
                .filter(text -> text != null && text.contains("_"))
                .collect(Collectors.groupingBy(text -> text.substring(text.indexOf('_') + 1, text.indexOf('_') + 2)
                        .toLowerCase(Locale.ROOT)));
        byKey.values().stream()
                .filter(texts -> texts.size() > 1)
                .forEach(texts -> flaws.add(state + ": one mnemonic for " + texts));
    }

    private void look(String state, Node node) {
        if (node instanceof Labeled labeled && !isCell(node)) {
            check(state, node, isWhole(labeled), "is cut");
        }
        if (node instanceof Labeled || node instanceof TextInputControl || node instanceof ComboBoxBase) {
            Bounds bounds = node.localToScene(node.getLayoutBounds());
            boolean across = bounds.getMinX() >= -1 && bounds.getMaxX() <= scene.getWidth() + 1;
            boolean down = bounds.getMinY() >= -1 && bounds.getMaxY() <= scene.getHeight() + 1;
            check(
                    state,
                    node,
                    (across && down) || (across && isScrolled(node)) || isCell(node) || isHeader(node),
                    "lies outside: " + bounds);
        }
        if (node instanceof Labeled && !isCell(node)) {
            check(
                    state,
                    node,
                    isWithinItsView(node),
                    "is cut by the edge of what scrolls, which does not scroll sideways");
        }
        if (isRoom(node.getParent()) && node.isManaged()) {
            Bounds room = node.getParent().getLayoutBounds();
            Bounds child = node.localToParent(node.getLayoutBounds());
            boolean within = child.getMinX() >= -1
                    && child.getMaxX() <= room.getWidth() + 1
                    && child.getMinY() >= -1
                    && child.getMaxY() <= room.getHeight() + 1;
            check(state, node, within, "stands out of its room: " + child + " in " + room);
        }
        boolean editor = node.getParent() instanceof ComboBoxBase;
        if (node instanceof Control control && !isCell(node) && !editor) {
            check(state, node, isNamed(control), "has no accessible name");
        }
    }

    private void check(String state, Node node, boolean good, String flaw) {
        if (!good) {
            flaws.add(state + ": " + name(node) + " " + flaw);
        }
    }

    static String name(Node node) {
        String text = node instanceof Labeled labeled ? " “" + labeled.getText() + "”" : "";
        return node.getClass().getSimpleName() + " #" + node.getId() + " " + node.getStyleClass() + text;
    }

    /** A folder's path may be long: its middle is left out, and what is cut in a column stands in its tooltip. */
    private static boolean isWhole(Labeled labeled) {
        if (labeled instanceof TitledPane
                || "folderName".equals(labeled.getId())
                || labeled.getText() == null
                || labeled.getText().isEmpty()) {
            return true;
        }
        Node text = labeled.lookup(".text");
        boolean shortened = text instanceof Text shown
                && shown.getText().endsWith(labeled.getEllipsisString())
                && !labeled.getText().endsWith(labeled.getEllipsisString());
        boolean tooLow = text != null && text.getLayoutBounds().getHeight() > labeled.getHeight() + 1;
        boolean squeezed = !labeled.isWrapText()
                && labeled.getWidth() < Math.floor(labeled.prefWidth(-1)) - 1
                && labeled.getTooltip() == null;
        return !shortened && !tooLow && !squeezed || labeled.getTooltip() != null && !tooLow;
    }

    private static boolean isNamed(Control control) {
        if (control instanceof Labeled labeled && !(labeled instanceof Label)) {
            return isSaid(labeled.getText()) || isSaid(labeled.getAccessibleText());
        }
        if (control instanceof TextInputControl
                || control instanceof ComboBoxBase
                || control instanceof TableView
                || control instanceof ProgressIndicator) {
            return isSaid(control.getAccessibleText());
        }
        return true;
    }

    private static boolean isSaid(String text) {
        return text != null && !text.isBlank();
    }

    private static boolean isCell(Node node) {
        return isInside(node, IndexedCell.class) || isInside(node, ScrollBar.class);
    }

    /** Whoever stands out of one of these lies over a neighbour; what is scrolled does not. */
    private static boolean isRoom(Parent parent) {
        return parent instanceof HBox
                || parent instanceof VBox
                || parent instanceof FlowPane
                || parent instanceof StackPane && !isScrolledContent(parent)
                || parent instanceof BorderPane;
    }

    /** A scroll pane holds its content in a pane of its own, and that in its viewport. */
    private static boolean isScrolledContent(Parent pane) {
        return pane.getStyleClass().contains("viewport")
                || pane.getParent() != null && pane.getParent().getStyleClass().contains("viewport");
    }

    /** What lies below the edge can be scrolled to. */
    private static boolean isScrolled(Node node) {
        return isInside(node, ScrollPane.class);
    }

    /** Nobody can scroll sideways to what stands out of a pane that scrolls only down. */
    private static boolean isWithinItsView(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at instanceof ScrollPane scroll && scroll.getHbarPolicy() == ScrollPane.ScrollBarPolicy.NEVER) {
                Bounds view = scroll.lookup(".viewport")
                        .localToScene(scroll.lookup(".viewport").getLayoutBounds());
                Bounds bounds = node.localToScene(node.getLayoutBounds());
                return bounds.getMinX() >= view.getMinX() - 1 && bounds.getMaxX() <= view.getMaxX() + 1;
            }
        }
        return true;
    }

    /** A table scrolls its columns by itself. */
    private static boolean isHeader(Node node) {
        return isInside(node, TableColumnHeader.class);
    }

    private static boolean isInside(Node node, Class<? extends Node> kind) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (kind.isInstance(at)) {
                return true;
            }
        }
        return false;
    }

    private static Stream<Node> seen(Node node) {
        if (!node.isVisible()) {
            return Stream.empty();
        }
        return node instanceof Parent parent
                ? Stream.concat(
                        Stream.of(node),
                        parent.getChildrenUnmodifiable().stream().flatMap(LayoutCheck::seen))
                : Stream.of(node);
    }
}
