package id.espm.app.drawing;

/**
 * A drawn page, or a drawn block.
 *
 * @param width    in dots
 * @param height   in dots
 * @param argb     the dots, row by row from the top, with premultiplied alpha; not to be changed
 * @param complete whether every picture that stands on the page could be read
 */
@SuppressWarnings("ArrayRecordComponent") // millions of dots, which nobody compares
public record PagePicture(int width, int height, int[] argb, boolean complete) {
    private static final int BYTES = 4;

    /** How much memory it takes. */
    public long bytes() {
        return (long) argb.length * BYTES;
    }
}
