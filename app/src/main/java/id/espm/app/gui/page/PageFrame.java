package id.espm.app.gui.page;

import id.espm.signer.pdf.appearance.PageArea;
import id.espm.signer.pdf.appearance.UprightPage;
import javafx.geometry.Rectangle2D;

/**
 * A page as it stands in the window.
 *
 * @param page    its index, 0 being the first
 * @param upright the page as a viewer turns it
 * @param scale   the window's units per point
 */
public record PageFrame(int page, UprightPage upright, double scale) {
    /** Where a rectangle of the page lies over its picture, from the upper left corner. */
    public Rectangle2D over(PageArea area) {
        double[] size = upright.sizeOf(area);
        double left = upright.leftOf(area);
        double top = upright.height() - upright.topOf(area);
        return new Rectangle2D(left * scale, top * scale, Math.max(0, size[0]) * scale, Math.max(0, size[1]) * scale);
    }
}
