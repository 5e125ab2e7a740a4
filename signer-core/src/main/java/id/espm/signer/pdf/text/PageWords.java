package id.espm.signer.pdf.text;

import id.espm.signer.pdf.revision.WorkTime;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** Reads the text of pages line by line as it is seen, from the top to the bottom, by what its letters mean (ToUnicode). */
public final class PageWords extends PDFTextStripper {
    private final int most;
    private final long end;
    private int letters;

    private PageWords(TextLimits limits) {
        most = limits.letters();
        end = WorkTime.after(limits.computing());
        setSortByPosition(true);
        setEndPage(limits.pages());
    }

    /** There is more to read than may be. */
    public static final class TooMuchText extends IllegalStateException {
        private static final long serialVersionUID = 1L;
    }

    /**
     * The text. A PDF that is damaged may also answer by an unchecked exception of PDFBox.
     *
     * @throws TooMuchText beyond the limits
     */
    public static String of(PDDocument document, TextLimits limits) throws IOException {
        return new PageWords(limits).getText(document);
    }

    @Override
    protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
        if (WorkTime.now() - end > 0) {
            throw new TooMuchText();
        }
        super.processOperator(operator, operands);
    }

    @Override
    protected void processTextPosition(TextPosition text) {
        if (++letters > most) {
            throw new TooMuchText();
        }
        super.processTextPosition(text);
    }
}
