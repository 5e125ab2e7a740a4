package id.espm.signer.pdf.sheet;

import id.espm.signer.pdf.appearance.block.QrMatrix;
import id.espm.signer.pdf.appearance.font.DocumentFonts;
import id.espm.signer.pdf.appearance.font.Weight;
import id.espm.signer.pdf.appearance.font.Words;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Sets the parts of a section as strips, and deals the strips out to pages. */
final class SectionLayout {
    /** Tried in turn, so that what is a little too long still comes on one page. */
    private static final double[] SCALES = {1, 0.94, 0.88, 0.82};

    private static final double LEADING = 1.32;
    /** From the top of a line to its baseline. */
    private static final double ASCENT = 0.98;

    private static final double LABEL_SHARE = 0.36;
    private static final double LABEL_GAP = 10;
    private static final double BADGE_PADDING = 10;

    /** 34 mm. */
    private static final double CODE_SIDE = 96;

    private static final double CODE_BEFORE = 6;

    private static final Style TITLE = new Style(Weight.BOLD, 17, 0);
    private static final Style HEADING = new Style(Weight.BOLD, 11, 12);
    private static final Style BADGE = new Style(Weight.BOLD, 14, 8);
    private static final Style STATUS = new Style(Weight.BOLD, 10, 2);
    private static final Style BODY = new Style(Weight.REGULAR, 9.5, 2);
    private static final Style NOTE = new Style(Weight.REGULAR, 8, 4);

    /** How lines are set; {@code before} is the white above the first. */
    private record Style(Weight weight, double size, double before) {}

    /** A part whose letters were measured. */
    private record Measured(SheetPart part, Style style, Optional<Words> label, Words text) {}

    private final List<Measured> measured = new ArrayList<>();
    private final double width;
    private final double labels;

    SectionLayout(SheetSection section, DocumentFonts fonts, double width) throws IOException {
        this.width = width;
        double widest = 0;
        for (SheetPart part : section.parts()) {
            Measured one = measure(part, fonts);
            measured.add(one);
            widest = Math.max(widest, one.label().map(Words::width).orElse(0.0) * BODY.size());
        }
        this.labels = Math.min(widest, LABEL_SHARE * width);
    }

    private static Measured measure(SheetPart part, DocumentFonts fonts) throws IOException {
        return switch (part) {
            case SheetPart.Title title -> plain(part, TITLE, title.text(), fonts);
            case SheetPart.Heading heading -> plain(part, HEADING, heading.text(), fonts);
            case SheetPart.Badge badge -> plain(part, BADGE, badge.text(), fonts);
            case SheetPart.Status status -> plain(part, STATUS, status.text(), fonts);
            case SheetPart.Paragraph paragraph -> plain(part, BODY, paragraph.text(), fonts);
            case SheetPart.Note note -> plain(part, NOTE, note.text(), fonts);
            case SheetPart.Code code -> plain(part, BODY, "", fonts);
            case SheetPart.Row row ->
                new Measured(
                        part,
                        BODY,
                        Optional.of(new Words(row.label(), fonts, BODY.weight())),
                        new Words(row.value(), fonts, BODY.weight()));
        };
    }

    private static Measured plain(SheetPart part, Style style, String text, DocumentFonts fonts) throws IOException {
        return new Measured(part, style, Optional.empty(), new Words(text, fonts, style.weight()));
    }

    /**
     * The strips of each page.
     *
     * @param room the height of a page between its margins
     */
    List<List<Strip>> pages(double room) throws IOException {
        for (double scale : SCALES) {
            List<List<Strip>> pages = deal(strips(scale), room);
            if (pages.size() == 1) {
                return pages;
            }
        }
        return deal(strips(1), room);
    }

    private List<Strip> strips(double scale) throws IOException {
        List<Strip> strips = new ArrayList<>();
        for (Measured one : measured) {
            switch (one.part()) {
                case SheetPart.Badge badge -> strips.add(badge(one, badge.tone().colour(), scale));
                case SheetPart.Status status -> lines(one, status.tone().colour(), scale, false, strips);
                case SheetPart.Row row -> row(one, scale, strips);
                case SheetPart.Code code ->
                    strips.add(Strip.of(CODE_BEFORE * scale, CODE_SIDE * scale, QrMatrix.of(code.text())));
                case SheetPart.Title title -> lines(one, Colour.BLACK, scale, true, strips);
                case SheetPart.Heading heading -> lines(one, Colour.BLACK, scale, true, strips);
                case SheetPart.Paragraph paragraph -> lines(one, Colour.BLACK, scale, false, strips);
                case SheetPart.Note note -> lines(one, Colour.LABEL, scale, false, strips);
            }
        }
        return strips;
    }

    private void lines(Measured one, Colour colour, double scale, boolean glued, List<Strip> strips)
            throws IOException {
        double size = one.style().size() * scale;
        double before = one.style().before() * scale;
        for (String text : one.text().broken(width / size)) {
            Strip.Text line = new Strip.Text(one.text().line(text), 0, size * ASCENT, size, colour);
            strips.add(Strip.of(before, size * LEADING, List.of(line), Optional.empty(), glued));
            before = 0;
        }
    }

    private Strip badge(Measured one, Colour colour, double scale) throws IOException {
        double size = one.style().size() * scale;
        double padding = BADGE_PADDING * scale;
        List<Strip.Text> texts = new ArrayList<>();
        double down = padding * 0.6;
        for (String text : one.text().broken((width - 2 * padding) / size)) {
            texts.add(new Strip.Text(one.text().line(text), padding, down + size * ASCENT, size, Colour.WHITE));
            down += size * LEADING;
        }
        return Strip.of(one.style().before() * scale, down + padding * 0.6, texts, Optional.of(colour), false);
    }

    /** The label's lines stand beside those of the value. */
    private void row(Measured one, double scale, List<Strip> strips) throws IOException {
        double size = one.style().size() * scale;
        double indent = (labels + LABEL_GAP) * scale;
        Words label = one.label().orElseThrow();
        List<String> left = label.broken(labels * scale / size);
        List<String> right = one.text().broken((width - indent) / size);
        double before = one.style().before() * scale;
        for (int i = 0; i < Math.max(left.size(), right.size()); i++) {
            List<Strip.Text> texts = new ArrayList<>();
            if (i < left.size()) {
                texts.add(new Strip.Text(label.line(left.get(i)), 0, size * ASCENT, size, Colour.LABEL));
            }
            if (i < right.size()) {
                texts.add(new Strip.Text(one.text().line(right.get(i)), indent, size * ASCENT, size, Colour.BLACK));
            }
            strips.add(Strip.of(before, size * LEADING, texts, Optional.empty(), false));
            before = 0;
        }
    }

    private static List<List<Strip>> deal(List<Strip> strips, double room) {
        List<List<Strip>> pages = new ArrayList<>();
        List<Strip> page = new ArrayList<>();
        double filled = 0;
        int next = 0;
        while (next < strips.size()) {
            int end = next + 1;
            double needed = strips.get(next).whole();
            while (end < strips.size() && strips.get(end - 1).glued()) {
                needed += strips.get(end).whole();
                end++;
            }
            if (!page.isEmpty() && filled + needed > room) {
                pages.add(page);
                page = new ArrayList<>();
                filled = 0;
            }
            page.addAll(strips.subList(next, end));
            filled += needed;
            next = end;
        }
        pages.add(page);
        return pages;
    }
}
