package id.espm.signer.pdf.sheet;

import id.espm.signer.pdf.appearance.font.Operators;

/** A colour by its components from 0 to 1. */
record Colour(double red, double green, double blue) {
    static final Colour BLACK = gray(0);
    static final Colour WHITE = gray(1);
    static final Colour LABEL = gray(0.38);
    static final Colour RULE = gray(0.78);

    private static Colour gray(double level) {
        return new Colour(level, level, level);
    }

    /** The operators that make it the current colour of areas, letters and lines. */
    String operators() {
        return Operators.of("rg", red, green, blue) + Operators.of("RG", red, green, blue);
    }
}
