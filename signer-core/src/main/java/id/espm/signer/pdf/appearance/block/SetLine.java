package id.espm.signer.pdf.appearance.block;

import id.espm.signer.pdf.appearance.font.Line;

/**
 * A line in its place.
 *
 * @param line     what it says
 * @param x        its left end
 * @param baseline in the same coordinates, upwards
 * @param size     of the letters
 * @param gray     0 is black
 */
record SetLine(Line line, double x, double baseline, double size, double gray) {
    SetLine moved(double right, double up) {
        return new SetLine(line, x + right, baseline + up, size, gray);
    }
}
