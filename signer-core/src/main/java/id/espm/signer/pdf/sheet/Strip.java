package id.espm.signer.pdf.sheet;

import id.espm.signer.pdf.appearance.block.QrMatrix;
import id.espm.signer.pdf.appearance.font.Line;
import java.util.List;
import java.util.Optional;

/**
 * What is never torn apart by the end of a page: a line, with what stands beside it.
 *
 * @param before white above it, which falls away at the top of a page
 * @param height from its top to its bottom
 * @param texts  its letters
 * @param area   what is coloured behind them
 * @param glued  whether it must stand on the page of the next strip
 * @param code   a QR code as high as the strip, at its left
 */
record Strip(
        double before, double height, List<Text> texts, Optional<Colour> area, boolean glued, Optional<QrMatrix> code) {
    Strip {
        texts = List.copyOf(texts);
    }

    static Strip of(double before, double height, List<Text> texts, Optional<Colour> area, boolean glued) {
        return new Strip(before, height, texts, area, glued, Optional.empty());
    }

    static Strip of(double before, double height, QrMatrix code) {
        return new Strip(before, height, List.of(), Optional.empty(), false, Optional.of(code));
    }

    /**
     * Letters in a strip.
     *
     * @param x    from the left margin
     * @param down from the strip's top to the baseline
     */
    record Text(Line line, double x, double down, double size, Colour colour) {}

    double whole() {
        return before + height;
    }
}
