package id.espm.signer.pdf.appearance.template;

/**
 * The size of the block as a viewer sees it. A page that is smaller makes it smaller.
 *
 * @param width  10 mm to 2 m
 * @param height 6 mm to 2 m
 */
public record BlockSize(Length width, Length height) {
    /** 75 x 30 mm: readable in print, and as wide as a signature's column in a letter. */
    public static final BlockSize DEFAULT = new BlockSize(Length.ofMm(75), Length.ofMm(30));

    private static final double MIN_WIDTH_MM = 10;
    private static final double MIN_HEIGHT_MM = 6;
    private static final double MAX_MM = 2000;

    /** As near as the bounds allow. */
    static BlockSize within(double widthPoints, double heightPoints) {
        return new BlockSize(
                Length.ofMm(Math.clamp(new Length(widthPoints).mm(), MIN_WIDTH_MM, MAX_MM)),
                Length.ofMm(Math.clamp(new Length(heightPoints).mm(), MIN_HEIGHT_MM, MAX_MM)));
    }

    /** @throws IllegalArgumentException if one of them is outside of its bounds */
    public BlockSize {
        if (width.mm() < MIN_WIDTH_MM || height.mm() < MIN_HEIGHT_MM || width.mm() > MAX_MM || height.mm() > MAX_MM) {
            throw new IllegalArgumentException("size " + width.mm() + " x " + height.mm() + " mm");
        }
    }
}
