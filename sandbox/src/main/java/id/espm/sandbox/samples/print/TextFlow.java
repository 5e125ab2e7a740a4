package id.espm.sandbox.samples.print;

import java.io.IOException;
import java.util.List;

/** Running text over as many pages as it needs, with page numbers. */
public final class TextFlow implements AutoCloseable {
    private static final float MARGIN = 64;
    private static final float LEADING = 15;
    private static final TextStyle BODY = TextStyle.of(10.5f);
    private static final TextStyle HEADING = TextStyle.bold(10.5f);

    private final PdfDocument document;
    private Sheet sheet;
    private float y;
    private int page = 1;

    /** Begins on a new page. */
    public TextFlow(PdfDocument document) throws IOException {
        this.document = document;
        this.sheet = document.portrait();
        this.y = MARGIN;
    }

    public void centered(TextStyle type, String text) throws IOException {
        room(type.size() * 1.5f);
        sheet.center(sheet.width() / 2, y, type, text);
        y += type.size() * 1.5f;
    }

    /** A centred heading of two lines, kept with the paragraph that follows. */
    public void heading(String number, String title) throws IOException {
        room(6 * LEADING);
        y += LEADING * 0.5f;
        sheet.center(sheet.width() / 2, y, HEADING, number);
        sheet.center(sheet.width() / 2, y + LEADING, HEADING, title);
        y += LEADING * 2.2f;
    }

    public void paragraph(String text) throws IOException {
        indented("", text);
    }

    /** A paragraph with a number or label hanging at its left. */
    public void numbered(String number, String text) throws IOException {
        indented(number, text);
    }

    private void indented(String label, String text) throws IOException {
        room(3 * LEADING);
        float indent = label.isEmpty() ? 0 : 22;
        sheet.left(MARGIN, y, BODY, label);
        y = sheet.wrapped(
                new Sheet.Column(MARGIN + indent, y, sheet.width() - 2 * MARGIN - indent, LEADING), BODY, text);
        y += LEADING * 0.3f;
    }

    /** "Label : value" with the values under each other. */
    public void fact(String label, String value) throws IOException {
        room(LEADING);
        sheet.left(MARGIN, y, BODY, label);
        sheet.left(MARGIN + 110, y, BODY, ":");
        y = sheet.wrapped(new Sheet.Column(MARGIN + 120, y, sheet.width() - 2 * MARGIN - 120, LEADING), BODY, value);
    }

    public void rule() throws IOException {
        sheet.line(MARGIN, y - 6, sheet.width() - MARGIN, y - 6);
        y += LEADING * 0.6f;
    }

    public void space(float points) {
        y += points;
    }

    public void grid(Grid grid, List<List<String>> rows) throws IOException {
        room(grid.rowHeight() * (rows.size() + 1));
        y = grid.draw(sheet, MARGIN, y, rows) + LEADING;
    }

    /** Makes sure that so many points are left on the page, else begins the next. */
    public void room(float points) throws IOException {
        if (y + points > sheet.height() - MARGIN) {
            sheet.close();
            sheet = document.portrait();
            page++;
            sheet.center(sheet.width() / 2, 40, TextStyle.of(9), "- " + page + " -");
            y = MARGIN + LEADING;
        }
    }

    /** The page that is being written, to draw on at {@link #y()}. */
    public Sheet sheet() {
        return sheet;
    }

    public float y() {
        return y;
    }

    @Override
    public void close() throws IOException {
        sheet.close();
    }
}
