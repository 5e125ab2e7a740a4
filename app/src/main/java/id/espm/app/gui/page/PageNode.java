package id.espm.app.gui.page;

import id.espm.app.gui.look.Words;
import id.espm.app.gui.page.PictureShelf.Drawn;
import java.util.List;
import javafx.geometry.Rectangle2D;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** One page: its picture, or a word where there is none, and what is pointed out on it. */
final class PageNode extends StackPane {
    private final ImageView picture = new ImageView();
    private final Label word = new Label();
    private final Pane marked = new Pane();
    private final Pane layer = new Pane();

    /** @param name what a screen reader says */
    PageNode(String name) {
        getStyleClass().add("page");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText(name);
        picture.setSmooth(true);
        word.setWrapText(true);
        word.getStyleClass().add("page-word");
        marked.setPickOnBounds(false);
        layer.setPickOnBounds(false);
        getChildren().addAll(picture, word, marked, layer);
    }

    /** Puts it where it belongs, in the size that it has. */
    void place(PageStrip.Slot slot, double left) {
        setMinSize(slot.width(), slot.height());
        setPrefSize(slot.width(), slot.height());
        setMaxSize(slot.width(), slot.height());
        resizeRelocate(left, slot.top(), slot.width(), slot.height());
        picture.setFitWidth(slot.width());
        picture.setFitHeight(slot.height());
    }

    /** Shows what was drawn; until then the page is blank. */
    void show(Drawn drawn, Words words) {
        drawn.picture().ifPresent(drawnPage -> picture.setImage(PagePictures.image(drawnPage)));
        word.setText(drawn.picture()
                .map(drawnPage -> drawnPage.complete() ? "" : words.get("pages.incomplete"))
                .orElseGet(() -> words.get("pages.undrawable")));
    }

    boolean hasPicture() {
        return picture.getImage() != null;
    }

    /** Lays marks and further nodes over the page. */
    void lay(PageFrame frame, List<PageMark> marks, List<Node> further) {
        marked.getChildren()
                .setAll(marks.stream()
                        .map(mark -> node(mark, frame.over(mark.area())))
                        .toList());
        // What is laid over again keeps the cursor only if it is not taken away in between.
        if (!layer.getChildren().equals(further)) {
            layer.getChildren().setAll(further);
        }
    }

    private static Node node(PageMark mark, Rectangle2D place) {
        Region region = new Region();
        region.getStyleClass()
                .addAll(
                        "page-mark",
                        switch (mark.kind()) {
                            case FIELD -> "mark-field";
                            case CHANGED -> "mark-changed";
                        });
        region.resizeRelocate(place.getMinX(), place.getMinY(), place.getWidth(), place.getHeight());
        region.setManaged(false);
        region.setAccessibleText(mark.text());
        Tooltip.install(region, new Tooltip(mark.text()));
        return region;
    }
}
