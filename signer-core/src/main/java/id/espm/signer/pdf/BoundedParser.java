package id.espm.signer.pdf;

import java.io.IOException;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.pdfparser.PDFParser;
import org.jspecify.annotations.Nullable;

/**
 * PDFBox's parser, which makes an object of 50 bytes and more out of two bytes of a file: here it may make as many as there is
 * memory for.
 */
final class BoundedParser extends PDFParser {
    private final StructureBudget budget = StructureBudget.ofThisHeap();

    BoundedParser(RandomAccessRead source, @Nullable String password) throws IOException {
        this(source, password, null);
    }

    /** @param content bounds what pages and fonts inflate to; {@code null} for a document whose pages are not read */
    BoundedParser(RandomAccessRead source, @Nullable String password, @Nullable ContentBudget content)
            throws IOException {
        super(source, password == null ? "" : password);
        document = new BoundedDocument(this, budget, content);
    }

    @Override
    protected COSArray parseCOSArray() throws IOException {
        budget.spend(2);
        return super.parseCOSArray();
    }

    @Override
    protected COSDictionary parseCOSDictionary(boolean direct) throws IOException {
        budget.spend(2);
        return super.parseCOSDictionary(direct);
    }

    @Override
    protected COSString parseCOSString() throws IOException {
        budget.spend(1);
        return super.parseCOSString();
    }

    @Override
    protected COSBase parseDirObject() throws IOException {
        budget.spendHalf();
        return super.parseDirObject();
    }
}
