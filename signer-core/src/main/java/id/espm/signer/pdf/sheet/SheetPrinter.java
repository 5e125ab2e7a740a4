package id.espm.signer.pdf.sheet;

import id.espm.signer.pdf.appearance.block.QrMatrix;
import id.espm.signer.pdf.appearance.font.DocumentFonts;
import id.espm.signer.pdf.appearance.font.FontLibrary;
import id.espm.signer.pdf.appearance.font.Line;
import id.espm.signer.pdf.appearance.font.LineWriter;
import id.espm.signer.pdf.appearance.font.Operators;
import id.espm.signer.pdf.appearance.font.Weight;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;

/** Prints sheets as PDF, A4, in any script and with its fonts inside. Built once, safe for threads. */
public final class SheetPrinter {
    private static final double MARGIN = 54;
    private static final double FOOTER_SIZE = 7.5;
    private static final double FOOTER_BASELINE = 34;
    private static final double FOOTER_RULE = 46;
    private static final double HAIRLINE = 0.5;
    /** Of the foot of a page, for the number. */
    private static final double NUMBER_ROOM = 60;

    private static final String ELLIPSIS = "…";

    private final FontLibrary fonts;

    /** @param fonts shared by all that is drawn */
    public SheetPrinter(FontLibrary fonts) {
        this.fonts = fonts;
    }

    /**
     * Prints sections, each on a page of its own or on several.
     *
     * @param title    of the document
     * @param language that it is written in
     * @param out      receives the file; not closed
     */
    public void print(String title, Locale language, List<SheetSection> sections, OutputStream out) throws IOException {
        try (PDDocument document = new PDDocument()) {
            document.getDocumentInformation().setTitle(title);
            document.getDocumentCatalog().setLanguage(language.getLanguage());
            PDViewerPreferences preferences =
                    new PDViewerPreferences(document.getDocumentCatalog().getCOSObject());
            preferences.setDisplayDocTitle(true);
            DocumentFonts used = fonts.in(document);
            for (SheetSection section : sections) {
                print(section, document, used);
            }
            used.finish();
            document.save(out);
        }
    }

    private static void print(SheetSection section, PDDocument document, DocumentFonts fonts) throws IOException {
        double width = PDRectangle.A4.getWidth() - 2 * MARGIN;
        double room = PDRectangle.A4.getHeight() - 2 * MARGIN;
        List<List<Strip>> pages = new SectionLayout(section, fonts, width).pages(room);
        for (int i = 0; i < pages.size(); i++) {
            PDResources resources = new PDResources();
            LineWriter writer = new LineWriter(fonts, resources);
            String number = pages.size() == 1 ? "" : (i + 1) + " / " + pages.size();
            String operators = strips(pages.get(i), width, writer) + footer(section.footer(), number, fonts, writer);
            add(document, resources, operators);
        }
    }

    private static void add(PDDocument document, PDResources resources, String operators) throws IOException {
        PDPage page = new PDPage(PDRectangle.A4);
        page.setResources(resources);
        PDStream content = new PDStream(document);
        try (OutputStream stream = content.createOutputStream(COSName.FLATE_DECODE)) {
            stream.write(operators.getBytes(StandardCharsets.US_ASCII));
        }
        page.setContents(content);
        document.addPage(page);
    }

    private static String strips(List<Strip> strips, double width, LineWriter writer) throws IOException {
        StringBuilder out = new StringBuilder();
        double top = PDRectangle.A4.getHeight() - MARGIN;
        boolean first = true;
        for (Strip strip : strips) {
            top -= first ? 0 : strip.before();
            first = false;
            Optional<Colour> area = strip.area();
            if (area.isPresent()) {
                out.append(area.get().operators())
                        .append(Operators.of("re", MARGIN, top - strip.height(), width, strip.height()))
                        .append("f\n");
            }
            for (Strip.Text text : strip.texts()) {
                out.append(text.colour().operators())
                        .append(writer.write(text.line(), MARGIN + text.x(), top - text.down(), text.size()));
            }
            if (strip.code().isPresent()) {
                out.append(code(strip.code().get(), top - strip.height(), strip.height()));
            }
            top -= strip.height();
        }
        return out.toString();
    }

    private static String code(QrMatrix code, double bottom, double side) {
        double square = side / (code.size() + 2 * QrMatrix.QUIET);
        double quiet = QrMatrix.QUIET * square;
        return Colour.BLACK.operators() + code.path(MARGIN + quiet, bottom + quiet, square);
    }

    private static String footer(String text, String number, DocumentFonts fonts, LineWriter writer)
            throws IOException {
        double right = PDRectangle.A4.getWidth() - MARGIN;
        Line last = fonts.line(number, Weight.REGULAR);
        return Colour.RULE.operators()
                + Operators.of("w", HAIRLINE)
                + Operators.of("m", MARGIN, FOOTER_RULE)
                + Operators.of("l", right, FOOTER_RULE)
                + "S\n"
                + Colour.LABEL.operators()
                + writer.write(
                        shortened(text, (right - MARGIN - NUMBER_ROOM) / FOOTER_SIZE, fonts),
                        MARGIN,
                        FOOTER_BASELINE,
                        FOOTER_SIZE)
                + writer.write(last, right - last.width() * FOOTER_SIZE, FOOTER_BASELINE, FOOTER_SIZE);
    }

    private static Line shortened(String text, double available, DocumentFonts fonts) throws IOException {
        Line line = fonts.line(text, Weight.REGULAR);
        String shorter = text;
        while (line.width() > available && !shorter.isEmpty()) {
            shorter = shorter.substring(0, shorter.offsetByCodePoints(shorter.length(), -1));
            line = fonts.line(shorter + ELLIPSIS, Weight.REGULAR);
        }
        return line;
    }
}
