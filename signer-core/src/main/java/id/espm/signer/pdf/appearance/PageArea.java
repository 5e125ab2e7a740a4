package id.espm.signer.pdf.appearance;

/**
 * A rectangle on a page in the page's default user space: where a text stands, a field, or a block.
 *
 * @param page   its index, 0 being the first
 * @param left   of the rectangle
 * @param bottom of the rectangle
 * @param right  of the rectangle
 * @param top    of the rectangle
 */
public record PageArea(int page, float left, float bottom, float right, float top) {}
