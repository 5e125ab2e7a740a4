package id.espm.signer.pdf.appearance.font;

import java.util.List;

/** A text as it stands on one line: its letters from left to right, each with the font that draws it. */
public final class Line {
    private final String text;
    private final List<Glyph> glyphs;
    private final double width;

    Line(String text, List<Glyph> glyphs) {
        this.text = text;
        this.glyphs = List.copyOf(glyphs);
        this.width = glyphs.stream().mapToDouble(Glyph::width).sum();
    }

    /** What it says, in the order in which it is read. */
    public String text() {
        return text;
    }

    /** How wide it is for the size 1. */
    public double width() {
        return width;
    }

    List<Glyph> glyphs() {
        return glyphs;
    }

    /** Whether there is a font for every letter. */
    public boolean isComplete() {
        return glyphs.stream().allMatch(g -> g.typeface().isPresent());
    }
}
