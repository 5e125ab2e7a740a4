package id.espm.signer.pdf.appearance.font;

import java.util.Optional;

/**
 * A letter of a line, ready to be drawn.
 *
 * @param codePoint which one
 * @param typeface  the font that draws it; without one it becomes a visible replacement
 * @param width     its advance for the size 1
 */
record Glyph(int codePoint, Optional<Typeface> typeface, double width) {}
