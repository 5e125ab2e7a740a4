package id.espm.signer.pdf.appearance;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.apache.pdfbox.util.Matrix;
import org.jspecify.annotations.Nullable;

/** Looks for a text in the pages of a PDF, line by line, by what its letters mean (ToUnicode). */
public final class AnchorSearch extends PDFTextStripper {
    private static final int MAX_FOUND = 1000;
    /** How high letters are, in parts of their size. */
    private static final float CAPITAL_HEIGHT = 0.75f;

    private final String wanted;
    private final List<PageArea> found = new ArrayList<>();
    private final StringBuilder line = new StringBuilder();
    /** For each character of the line the letter that it is of; none for blanks between words. */
    private final List<@Nullable TextPosition> letters = new ArrayList<>();

    private AnchorSearch(String wanted) {
        this.wanted = wanted;
        setSortByPosition(true);
    }

    /**
     * All places of a text, at most a thousand, in the order of pages and lines. A PDF that is damaged may also answer by an
     * unchecked exception of PDFBox.
     */
    public static List<PageArea> find(PDDocument document, String text) throws IOException {
        AnchorSearch search = new AnchorSearch(text.strip());
        search.getText(document);
        search.searchLine();
        return List.copyOf(search.found);
    }

    @Override
    protected void writeString(String text, List<TextPosition> positions) {
        for (TextPosition position : positions) {
            String unicode = position.getUnicode();
            for (int i = 0; i < unicode.length(); i++) {
                line.append(unicode.charAt(i));
                letters.add(position);
            }
        }
    }

    @Override
    protected void writeWordSeparator() {
        line.append(' ');
        letters.add(null);
    }

    @Override
    protected void writeLineSeparator() {
        searchLine();
    }

    @Override
    protected void endPage(PDPage page) {
        searchLine();
    }

    private void searchLine() {
        for (int at = line.indexOf(wanted); at >= 0 && found.size() < MAX_FOUND; ) {
            position(at, at + wanted.length());
            at = line.indexOf(wanted, at + wanted.length());
        }
        line.setLength(0);
        letters.clear();
    }

    private void position(int from, int to) {
        float left = Float.MAX_VALUE;
        float bottom = Float.MAX_VALUE;
        float right = -Float.MAX_VALUE;
        float top = -Float.MAX_VALUE;
        PDRectangle crop = getCurrentPage().getCropBox();
        for (int i = from; i < to; i++) {
            TextPosition letter = letters.get(i);
            if (letter == null) {
                continue;
            }
            // PDFBox counts from the crop box's corner; the matrix has the size of the letters in it.
            Matrix matrix = letter.getTextMatrix();
            float x = matrix.getTranslateX() + crop.getLowerLeftX();
            float y = matrix.getTranslateY() + crop.getLowerLeftY();
            float upX = matrix.getShearX() * CAPITAL_HEIGHT;
            float upY = matrix.getScaleY() * CAPITAL_HEIGHT;
            left = Math.min(left, Math.min(x, x + upX));
            right = Math.max(right, Math.max(x, x + upX));
            bottom = Math.min(bottom, Math.min(y, y + upY));
            top = Math.max(top, Math.max(y, y + upY));
        }
        if (left <= right) {
            found.add(new PageArea(getCurrentPageNo() - 1, left, bottom, right, top));
        }
    }
}
