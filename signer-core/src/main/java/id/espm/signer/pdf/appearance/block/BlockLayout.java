package id.espm.signer.pdf.appearance.block;

import id.espm.signer.pdf.appearance.font.Words;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Where everything of a block stands, in points from its lower left corner. Nothing is ever cut off: of the scales at which
 * all fits, beside or below each other, the one is taken that is large and breaks little.
 *
 * @param lines   of the column and the caption
 * @param picture where the picture stands, if there is one
 * @param qr      where the QR code's black squares stand, if there is one
 * @param rule    the height of the hairline above the caption, if there is one
 * @param margin  of everything to the frame
 * @param score   the scale, lowered by what had to be broken
 */
record BlockLayout(
        List<SetLine> lines,
        Optional<Box> picture,
        Optional<Box> qr,
        Optional<Double> rule,
        double margin,
        double score) {
    private static final double LARGEST = 1.5;
    private static final double SMALLEST = 0.02;
    private static final double STEP = 0.98;
    /** So much larger must letters become before the parts stand below each other. */
    private static final double STACKING_PAYS = 1.15;

    /**
     * What has to be placed.
     *
     * @param column  the lines
     * @param caption the sentence at the foot, perhaps empty
     * @param squares of the QR code on a side, without the quiet zone
     * @param aspect  of the picture, width by height
     */
    record Parts(TextColumn column, Words caption, Optional<Integer> squares, Optional<Double> aspect) {
        private boolean textAlone() {
            return squares.isEmpty() && aspect.isEmpty();
        }
    }

    /** Fits the parts into a block of that size. */
    static BlockLayout of(Parts parts, double width, double height) throws IOException {
        BlockLayout beside = best(parts, width, height, false);
        if (parts.textAlone() || parts.column().isEmpty()) {
            return beside;
        }
        BlockLayout stacked = best(parts, width, height, true);
        return stacked.score() > beside.score() * STACKING_PAYS ? stacked : beside;
    }

    private static BlockLayout best(Parts parts, double width, double height, boolean stacked) throws IOException {
        Optional<BlockLayout> best = Optional.empty();
        for (double scale = LARGEST; scale > SMALLEST; scale *= STEP) {
            if (best.isPresent() && best.get().score() >= scale) {
                break;
            }
            Arrangement arrangement = new Arrangement(parts, width, height, scale);
            Optional<BlockLayout> layout = stacked ? arrangement.stacked() : arrangement.beside();
            if (layout.isPresent()
                    && (best.isEmpty() || layout.get().score() > best.get().score())) {
                best = layout;
            }
        }
        return best.orElse(new BlockLayout(List.of(), Optional.empty(), Optional.empty(), Optional.empty(), 0, 0));
    }
}
