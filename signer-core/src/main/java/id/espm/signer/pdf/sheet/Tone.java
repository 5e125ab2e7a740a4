package id.espm.signer.pdf.sheet;

/** What a colour says; the words beside it say the same. */
public enum Tone {
    GOOD(0.08, 0.42, 0.18),
    CAUTION(0.66, 0.36, 0),
    BAD(0.70, 0.10, 0.10),
    NEUTRAL(0.32, 0.34, 0.38);

    private final double red;
    private final double green;
    private final double blue;

    Tone(double red, double green, double blue) {
        this.red = red;
        this.green = green;
        this.blue = blue;
    }

    Colour colour() {
        return new Colour(red, green, blue);
    }
}
