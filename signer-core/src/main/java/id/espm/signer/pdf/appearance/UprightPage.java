package id.espm.signer.pdf.appearance;

import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** A page as a viewer shows it, turned by its rotation: its own coordinates run from its lower left corner. */
public final class UprightPage {
    private static final int FULL_TURN = 360;
    private static final int QUARTER = 90;
    private static final int HALF = 180;
    private static final int THREE_QUARTERS = 270;

    private final PageGeometry page;
    private final int rotation;
    private final double across;
    private final double upwards;

    /** The page as a viewer turns it. */
    public UprightPage(PageGeometry page) {
        this.page = page;
        this.rotation = Math.floorMod(page.rotation(), FULL_TURN);
        this.across = (double) page.right() - page.left();
        this.upwards = (double) page.top() - page.bottom();
    }

    private boolean onItsSide() {
        return rotation == QUARTER || rotation == THREE_QUARTERS;
    }

    int rotation() {
        return rotation;
    }

    /** In points, as the viewer sees it. */
    public double width() {
        return onItsSide() ? upwards : across;
    }

    /** In points, as the viewer sees it. */
    public double height() {
        return onItsSide() ? across : upwards;
    }

    /**
     * A rectangle of the upright page in default user space.
     *
     * @param x its left edge
     * @param y its lower edge
     */
    PDRectangle toUserSpace(double x, double y, double width, double height) {
        double left = page.left();
        double bottom = page.bottom();
        return switch (rotation) {
            case QUARTER -> rectangle(left + across - y - height, bottom + x, height, width);
            case HALF -> rectangle(left + across - x - width, bottom + upwards - y - height, width, height);
            case THREE_QUARTERS -> rectangle(left + y, bottom + upwards - x - width, height, width);
            default -> rectangle(left + x, bottom + y, width, height);
        };
    }

    /** Width and height of a rectangle in user space, as the viewer sees it. */
    public double[] sizeOf(PageArea area) {
        return sizeOf(new PDRectangle(
                area.left(), area.bottom(), area.right() - area.left(), area.top() - area.bottom()));
    }

    double[] sizeOf(PDRectangle rectangle) {
        return onItsSide()
                ? new double[] {rectangle.getHeight(), rectangle.getWidth()}
                : new double[] {rectangle.getWidth(), rectangle.getHeight()};
    }

    private static PDRectangle rectangle(double x, double y, double width, double height) {
        return new PDRectangle((float) x, (float) y, (float) width, (float) height);
    }

    /** The left edge of a rectangle in user space, as the viewer sees it. */
    public double leftOf(PageArea area) {
        return switch (rotation) {
            case QUARTER -> area.bottom() - page.bottom();
            case HALF -> page.right() - area.right();
            case THREE_QUARTERS -> page.top() - area.top();
            default -> area.left() - page.left();
        };
    }

    /** The upper edge of a rectangle in user space, as the viewer sees it, from the lower edge of the page. */
    public double topOf(PageArea area) {
        return switch (rotation) {
            case QUARTER -> page.right() - area.left();
            case HALF -> page.top() - area.bottom();
            case THREE_QUARTERS -> area.right() - page.left();
            default -> area.top() - page.bottom();
        };
    }
}
