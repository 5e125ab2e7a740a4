package id.espm.signer.pdf.appearance;

/**
 * The visible part of a page in default user space units of 1/72 inch (ISO 32000-2, 8.3.2.3), as stored, before it is turned.
 *
 * @param index    the page, 0 being the first
 * @param left     of the crop box
 * @param bottom   of the crop box
 * @param right    of the crop box, more than {@code left}
 * @param top      of the crop box, more than {@code bottom}
 * @param rotation by how many degrees a viewer turns it clockwise: 0, 90, 180 or 270
 */
public record PageGeometry(int index, float left, float bottom, float right, float top, int rotation) {}
