package id.espm.app.gui.page;

import java.util.List;
import javafx.scene.Node;

/** Lays nodes over the pages, such as a block that can be dragged. */
@FunctionalInterface
public interface PageOverlay {
    /** What lies over a page, each node in its place; asked anew whenever the page's size changes. */
    List<Node> over(PageFrame frame);
}
