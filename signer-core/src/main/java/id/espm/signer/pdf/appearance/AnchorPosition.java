package id.espm.signer.pdf.appearance;

/**
 * Where a text stands on a page, as a rectangle in the page's default user space.
 *
 * @param page   its index, 0 being the first
 * @param left   of the rectangle
 * @param bottom of the rectangle
 * @param right  of the rectangle
 * @param top    of the rectangle
 */
public record AnchorPosition(int page, float left, float bottom, float right, float top) {}
