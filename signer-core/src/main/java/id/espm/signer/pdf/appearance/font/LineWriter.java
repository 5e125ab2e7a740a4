package id.espm.signer.pdf.appearance.font;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDResources;

/** Writes lines as operators of a content stream (ISO 32000-2, 9.4). */
public final class LineWriter {
    /** The frame of a replacement, in parts of the size. */
    private static final double BOX_LEFT = 0.06;

    private static final double BOX_WIDTH = 0.60;
    private static final double BOX_BOTTOM = -0.04;
    private static final double BOX_HEIGHT = 0.80;
    private static final double BOX_STROKE = 0.035;
    private static final double DIGIT_SIZE = 0.33;
    private static final int DIGITS_PER_ROW = 2;
    private static final int DIGITS_PER_LONG_ROW = 3;
    private static final int FOUR = 4;

    private final DocumentFonts fonts;
    private final PDResources resources;

    /** @param resources of the stream that the operators are for; gets the fonts */
    public LineWriter(DocumentFonts fonts, PDResources resources) {
        this.fonts = fonts;
        this.resources = resources;
    }

    /**
     * The operators that draw a line in the current colours.
     *
     * @param x    its left end
     * @param y    its baseline
     * @param size of the letters
     */
    public String write(Line line, double x, double y, double size) throws IOException {
        StringBuilder out = new StringBuilder();
        letters(out, line, x, y, size);
        return out.toString();
    }

    private void letters(StringBuilder out, Line line, double x, double y, double size) throws IOException {
        List<Glyph> glyphs = line.glyphs();
        double at = x;
        int i = 0;
        while (i < glyphs.size()) {
            Glyph first = glyphs.get(i);
            Optional<Typeface> typeface = first.typeface();
            if (typeface.isEmpty()) {
                replacement(out, first.codePoint(), at, y, size);
                at += first.width() * size;
                i++;
                continue;
            }
            StringBuilder codes = new StringBuilder();
            double width = 0;
            for (; i < glyphs.size() && glyphs.get(i).typeface().equals(typeface); i++) {
                Glyph glyph = glyphs.get(i);
                codes.append(HexFormat.of().formatHex(typeface.get().encode(glyph.codePoint())));
                width += glyph.width() * size;
            }
            COSName name = resources.add(typeface.get().resource());
            out.append("BT\n/").append(name.getName()).append(' ').append(Operators.of("Tf", size));
            out.append(Operators.of("Td", at, y)).append('<').append(codes).append("> Tj\nET\n");
            at += width;
        }
    }

    /** A frame with the character's number in it, so that nobody takes it for nothing. */
    private void replacement(StringBuilder out, int codePoint, double x, double y, double size) throws IOException {
        // What is read aloud, found and copied is the character itself (14.9.4).
        byte[] meant = Character.toString(codePoint).getBytes(StandardCharsets.UTF_16BE);
        out.append("/Span <</ActualText <FEFF")
                .append(HexFormat.of().withUpperCase().formatHex(meant))
                .append(">>> BDC\nq\n");
        out.append(Operators.of("w", BOX_STROKE * size))
                .append(Operators.of(
                        "re", x + BOX_LEFT * size, y + BOX_BOTTOM * size, BOX_WIDTH * size, BOX_HEIGHT * size))
                .append("S Q\n");
        String digits = String.format(Locale.ROOT, "%04X", codePoint);
        int perRow = digits.length() > FOUR ? DIGITS_PER_LONG_ROW : DIGITS_PER_ROW;
        double digitSize = DIGIT_SIZE * size * DIGITS_PER_ROW / perRow;
        String upper = digits.substring(0, digits.length() - perRow);
        String lower = digits.substring(digits.length() - perRow);
        double middle = x + (BOX_LEFT + BOX_WIDTH / 2) * size;
        row(out, upper, middle, y + 0.40 * size, digitSize);
        row(out, lower, middle, y + 0.06 * size, digitSize);
        out.append("EMC\n");
    }

    private void row(StringBuilder out, String digits, double middle, double y, double size) throws IOException {
        Line line = fonts.line(digits, Weight.REGULAR);
        if (line.isComplete()) {
            letters(out, line, middle - line.width() * size / 2, y, size);
        }
    }
}
