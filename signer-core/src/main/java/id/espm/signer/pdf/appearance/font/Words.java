package id.espm.signer.pdf.appearance.font;

import java.io.IOException;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A text that may be broken into lines. Its pieces are measured once, so that many widths can be tried. */
public final class Words {
    private final DocumentFonts fonts;
    private final Weight weight;
    private final List<Piece> pieces;
    private final double width;
    private final Map<String, Line> lines = new HashMap<>();

    /** What stands between two places where a line may end, with the blanks at its end. */
    private record Piece(String text, double width, double inked) {}

    /** @param text on one line or several, without blanks at its ends */
    public Words(String text, DocumentFonts fonts, Weight weight) throws IOException {
        this.fonts = fonts;
        this.weight = weight;
        List<Piece> found = new ArrayList<>();
        BreakIterator breaks = BreakIterator.getLineInstance(Locale.ROOT);
        String stripped = text.strip();
        breaks.setText(stripped);
        int start = breaks.first();
        for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
            if (mayBreak(stripped, end)) {
                found.add(piece(stripped.substring(start, end)));
                start = end;
            }
        }
        pieces = List.copyOf(found);
        width = fonts.line(stripped, weight).width();
    }

    /** After blanks, hyphens and strokes, and in scripts without blanks; never inside of such as "S.E.". */
    private static boolean mayBreak(String text, int at) {
        if (at == text.length()) {
            return true;
        }
        int before = text.codePointBefore(at);
        return Character.isWhitespace(before)
                || before == '-'
                || before == '/'
                || Character.getType(before) == Character.OTHER_LETTER
                || Character.getType(text.codePointAt(at)) == Character.OTHER_LETTER;
    }

    private Piece piece(String text) throws IOException {
        return new Piece(
                text,
                fonts.line(text, weight).width(),
                fonts.line(text.stripTrailing(), weight).width());
    }

    /** On one line, for the size 1. */
    public double width() {
        return width;
    }

    /** Whether a word is wider than a line, so that it must be broken; {@code available} for the size 1. */
    public boolean breaksWords(double available) {
        return pieces.stream().anyMatch(p -> p.inked() > available);
    }

    /** Whether there is nothing to draw. */
    public boolean isEmpty() {
        return pieces.isEmpty();
    }

    /**
     * Breaks the text, a word too only where it is wider than a line.
     *
     * @param available for the size 1
     */
    public List<String> broken(double available) throws IOException {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        double filled = 0;
        for (Piece whole : pieces) {
            for (Piece piece : whole.inked() <= available ? List.of(whole) : letters(whole)) {
                if (!line.isEmpty() && filled + piece.inked() > available) {
                    lines.add(line.toString().strip());
                    line.setLength(0);
                    filled = 0;
                }
                line.append(piece.text());
                filled += piece.width();
            }
        }
        if (!line.isEmpty()) {
            lines.add(line.toString().strip());
        }
        return lines;
    }

    private List<Piece> letters(Piece piece) throws IOException {
        List<Piece> letters = new ArrayList<>();
        BreakIterator breaks = BreakIterator.getCharacterInstance(Locale.ROOT);
        breaks.setText(piece.text());
        int start = breaks.first();
        for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
            letters.add(piece(piece.text().substring(start, end)));
            start = end;
        }
        return letters;
    }

    /** One of the {@link #broken} lines, ready to be drawn. */
    public Line line(String text) throws IOException {
        Line known = lines.get(text);
        if (known == null) {
            known = fonts.line(text, weight);
            lines.put(text, known);
        }
        return known;
    }
}
