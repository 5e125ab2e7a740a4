package id.espm.signer.pdf.appearance.block;

import id.espm.signer.pdf.appearance.font.Weight;

/**
 * How a line is set. Sizes are in points at the scale 1, which a block of 75 x 30 mm nearly has.
 *
 * @param weight regular or bold
 * @param size   of the letters
 * @param gray   0 is black
 * @param before white above the first line
 */
record Style(Weight weight, double size, double gray, double before) {
    static final Style TITLE = new Style(Weight.REGULAR, 5.2, 0.38, 0);
    static final Style NAME = new Style(Weight.BOLD, 9.2, 0, 1.4);
    static final Style POSITION = new Style(Weight.REGULAR, 6.6, 0.1, 0.7);
    static final Style ROW = new Style(Weight.REGULAR, 5.8, 0.1, 0);
    static final Style LABEL = new Style(Weight.REGULAR, 5.8, 0.42, 0);
    static final Style CAPTION = new Style(Weight.REGULAR, 4.4, 0.38, 0);

    /** From baseline to baseline. */
    static final double LEADING = 1.22;
    /** From the top of a line to its baseline, so that the letters stand in the middle. */
    static final double ASCENT = 0.94;
}
