package id.espm.signer.pdf.appearance.font;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The fonts of one document. Each letter is taken from the first font that has it: Liberation Sans, DejaVu Sans Condensed, a
 * font of the system. What none has becomes a visible replacement, so no name is ever lost. Not safe for threads.
 */
public final class DocumentFonts {
    private static final Logger LOG = LoggerFactory.getLogger(DocumentFonts.class);
    private static final String LIBERATION = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
    private static final String LIBERATION_BOLD = "/liberation/LiberationSans-Bold.ttf";
    private static final String DEJAVU = "/net/sf/jasperreports/fonts/dejavu/DejaVuSansCondensed.ttf";
    private static final String DEJAVU_BOLD = "/net/sf/jasperreports/fonts/dejavu/DejaVuSansCondensed-Bold.ttf";
    private static final double REPLACEMENT_WIDTH = 0.72;

    private final PDDocument document;
    private final FontLibrary library;
    /** The program's fonts, parsed; no other document has them meanwhile. */
    private final Map<FontProgram, TrueTypeFont> bundled;

    private final Map<FontProgram, Optional<Typeface>> opened = new LinkedHashMap<>();
    private final Map<Weight, Map<Integer, Glyph>> glyphs = new HashMap<>();

    DocumentFonts(PDDocument document, FontLibrary library) {
        this.document = document;
        this.library = library;
        this.bundled = library.borrow();
    }

    /** The text as one line. */
    public Line line(String text, Weight weight) throws IOException {
        String drawable = VisualOrder.drawable(text);
        List<Glyph> line = new ArrayList<>();
        for (int codePoint : VisualOrder.of(drawable)) {
            line.add(glyph(codePoint, weight));
        }
        return new Line(drawable, line);
    }

    /** Embeds the letters that were drawn. Afterwards nothing more can be drawn. */
    public void finish() throws IOException {
        for (Optional<Typeface> typeface : opened.values()) {
            if (typeface.isPresent()) {
                typeface.get().finish();
            }
        }
        library.giveBack(bundled);
    }

    private Glyph glyph(int codePoint, Weight weight) throws IOException {
        Map<Integer, Glyph> known = glyphs.computeIfAbsent(weight, w -> new HashMap<>());
        Glyph glyph = known.get(codePoint);
        if (glyph == null) {
            Optional<Typeface> typeface = typeface(codePoint, weight);
            double width = typeface.isPresent() ? typeface.get().width(codePoint) : REPLACEMENT_WIDTH;
            glyph = new Glyph(codePoint, typeface, width);
            known.put(codePoint, glyph);
        }
        return glyph;
    }

    private Optional<Typeface> typeface(int codePoint, Weight weight) {
        for (String resource :
                weight == Weight.BOLD ? List.of(LIBERATION_BOLD, DEJAVU_BOLD) : List.of(LIBERATION, DEJAVU)) {
            Optional<Typeface> typeface = covering(new FontProgram.Bundled(resource), codePoint);
            if (typeface.isPresent()) {
                return typeface;
            }
        }
        return library.system().covering(codePoint).flatMap(p -> covering(p, codePoint));
    }

    private Optional<Typeface> covering(FontProgram program, int codePoint) {
        return opened.computeIfAbsent(program, this::open).filter(t -> t.covers(codePoint));
    }

    private TrueTypeFont parsed(FontProgram program) throws IOException {
        TrueTypeFont known = bundled.get(program);
        if (known != null) {
            return known;
        }
        TrueTypeFont font = program.open();
        if (program instanceof FontProgram.Bundled) {
            bundled.put(program, font);
        } else {
            document.registerTrueTypeFontForClosing(font);
        }
        return font;
    }

    private Optional<Typeface> open(FontProgram program) {
        try {
            Typeface typeface = Typeface.of(parsed(program), document);
            typeface.resource();
            return Optional.of(typeface);
        } catch (IOException | RuntimeException e) {
            // One that cannot be read, or forbids to be embedded, is passed over.
            LOG.debug("Font passed over: {}", program, e);
            return Optional.empty();
        }
    }
}
