package id.espm.signer.pdf.appearance.font;

import java.io.IOException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** One font in one document, of which the letters that are drawn will be embedded. */
final class Typeface {
    private static final double UNITS = 1000;

    private final TrueTypeFont program;
    private final CmapLookup letters;
    private final PDDocument document;
    private final Map<Integer, Double> widths = new HashMap<>();
    private final Map<Integer, byte[]> codes = new HashMap<>();
    private Optional<PDType0Font> font = Optional.empty();

    private Typeface(TrueTypeFont program, CmapLookup letters, PDDocument document) {
        this.program = program;
        this.letters = letters;
        this.document = document;
    }

    /** @throws IOException if the font cannot be used */
    static Typeface of(TrueTypeFont program, PDDocument document) throws IOException {
        try {
            return new Typeface(program, program.getUnicodeCmapLookup(), document);
        } catch (RuntimeException e) {
            throw new IOException("font without a usable table of letters", e);
        }
    }

    boolean covers(int codePoint) {
        return letters.getGlyphId(codePoint) > 0;
    }

    /** Advance of a letter that it covers, for the size 1. */
    double width(int codePoint) throws IOException {
        Double known = widths.get(codePoint);
        if (known != null) {
            return known;
        }
        double width = font().getStringWidth(Character.toString(codePoint)) / UNITS;
        widths.put(codePoint, width);
        return width;
    }

    /** The bytes that stand for a letter in a content stream; it will be embedded. */
    byte[] encode(int codePoint) throws IOException {
        byte[] known = codes.get(codePoint);
        if (known == null) {
            PDType0Font used = font();
            known = used.encode(Character.toString(codePoint));
            used.addToSubset(codePoint);
            codes.put(codePoint, known);
        }
        return known;
    }

    /** The font as a resource. */
    PDFont resource() throws IOException {
        return font();
    }

    /** Embeds what was drawn; afterwards nothing more can be. */
    void finish() throws IOException {
        if (font.isPresent() && !codes.isEmpty()) {
            PDType0Font used = font.get();
            used.subset();
            COSStream meanings = document.getDocument().createCOSStream();
            try (OutputStream out = meanings.createOutputStream(COSName.FLATE_DECODE)) {
                out.write(ToUnicodeMap.of(codes));
            }
            used.getCOSObject().setItem(COSName.TO_UNICODE, meanings);
        }
    }

    private PDType0Font font() throws IOException {
        if (font.isEmpty()) {
            font = Optional.of(PDType0Font.load(document, program, true));
        }
        return font.get();
    }
}
