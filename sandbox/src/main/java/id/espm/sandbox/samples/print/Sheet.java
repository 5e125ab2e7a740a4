package id.espm.sandbox.samples.print;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;

/** A page to draw on. Lengths are points (1/72 inch); y counts from the upper edge down to the line's foot. */
public final class Sheet implements AutoCloseable {
    private static final String FOOTER = "DOKUMEN LATIHAN \u2013 BUKAN DOKUMEN KEUANGAN NEGARA";

    private final PDPageContentStream content;
    private final PDType0Font font;
    private final float width;
    private final float height;

    Sheet(PDDocument document, PDPage page, PDType0Font font) throws IOException {
        this.content = new PDPageContentStream(document, page);
        this.font = font;
        this.width = page.getMediaBox().getWidth();
        this.height = page.getMediaBox().getHeight();
        content.setNonStrokingColor(0.45f);
        center(width / 2, height - 24, TextStyle.of(7.5f), FOOTER);
        content.setNonStrokingColor(0f);
        content.setStrokingColor(0f);
    }

    /**
     * Where running text goes.
     *
     * @param x left edge
     * @param y foot of the first line
     * @param width of the column
     * @param leading from line to line
     */
    public record Column(float x, float y, float width, float leading) {}

    public float width() {
        return width;
    }

    public float height() {
        return height;
    }

    public void left(float x, float y, TextStyle type, String text) throws IOException {
        content.beginText();
        content.setFont(font, type.size());
        if (type.bold()) {
            content.setRenderingMode(RenderingMode.FILL_STROKE);
            content.setLineWidth(type.size() / 32);
        } else {
            content.setRenderingMode(RenderingMode.FILL);
        }
        content.newLineAtOffset(x, height - y);
        content.showText(text);
        content.endText();
    }

    public void right(float x, float y, TextStyle type, String text) throws IOException {
        left(x - widthOf(type, text), y, type, text);
    }

    public void center(float x, float y, TextStyle type, String text) throws IOException {
        left(x - widthOf(type, text) / 2, y, type, text);
    }

    /** Writes text that wraps at words; answers the y of the line after it. */
    public float wrapped(Column column, TextStyle type, String text) throws IOException {
        float y = column.y();
        for (String line : wrap(text, type, column.width())) {
            left(column.x(), y, type, line);
            y += column.leading();
        }
        return y;
    }

    public void line(float fromX, float fromY, float toX, float toY) throws IOException {
        content.setLineWidth(0.6f);
        content.moveTo(fromX, height - fromY);
        content.lineTo(toX, height - toY);
        content.stroke();
    }

    public void box(float x, float y, float boxWidth, float boxHeight) throws IOException {
        content.setLineWidth(0.6f);
        content.addRect(x, height - y - boxHeight, boxWidth, boxHeight);
        content.stroke();
    }

    /** A light grey background. */
    public void shade(float x, float y, float boxWidth, float boxHeight) throws IOException {
        content.setNonStrokingColor(0.9f);
        content.addRect(x, height - y - boxHeight, boxWidth, boxHeight);
        content.fill();
        content.setNonStrokingColor(0f);
    }

    private List<String> wrap(String text, TextStyle type, float limit) throws IOException {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ", -1)) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (!line.isEmpty() && widthOf(type, longer) > limit) {
                lines.add(line.toString());
                line.setLength(0);
                line.append(word);
            } else {
                line.setLength(0);
                line.append(longer);
            }
        }
        lines.add(line.toString());
        return lines;
    }

    private float widthOf(TextStyle type, String text) throws IOException {
        return font.getStringWidth(text) / 1000 * type.size();
    }

    @Override
    public void close() throws IOException {
        content.close();
    }
}
