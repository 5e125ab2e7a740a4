package id.espm.sandbox.samples.print;

/**
 * How text looks.
 *
 * @param size points
 * @param bold whether the strokes are thickened; PDFBox brings the regular font only
 */
public record TextStyle(float size, boolean bold) {
    public static TextStyle of(float size) {
        return new TextStyle(size, false);
    }

    public static TextStyle bold(float size) {
        return new TextStyle(size, true);
    }
}
