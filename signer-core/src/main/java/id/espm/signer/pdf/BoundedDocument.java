package id.espm.signer.pdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSInputStream;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.ICOSParser;
import org.apache.pdfbox.filter.DecodeOptions;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.io.RandomAccessReadView;
import org.jspecify.annotations.Nullable;

/**
 * A document whose cross-reference and object streams are looked at before PDFBox inflates them, which it does whole and in memory,
 * also where it looks for lost objects.
 */
final class BoundedDocument extends COSDocument {
    private final ICOSParser parser;
    private final StructureBudget budget;
    private final @Nullable ContentBudget content;
    private final List<COSStream> streams = new ArrayList<>();

    BoundedDocument(ICOSParser parser, StructureBudget budget, @Nullable ContentBudget content) {
        super(IOUtils.createMemoryOnlyStreamCache(), parser);
        this.parser = parser;
        this.budget = budget;
        this.content = content;
    }

    @Override
    public COSStream createCOSStream(COSDictionary dictionary, long start, long length) throws IOException {
        COSStream stream = new BoundedStream(parser.createRandomAccessReadView(start, length), budget, content);
        dictionary.forEach(stream::setItem);
        stream.setKey(dictionary.getKey());
        streams.add(stream);
        return stream;
    }

    @Override
    public void close() throws IOException {
        super.close();
        for (COSStream stream : streams) {
            stream.close();
        }
    }

    /** By what the parsers of PDFBox ask for, whatever the stream calls itself. */
    private static final class BoundedStream extends COSStream {
        private final StructureBudget budget;
        private final @Nullable ContentBudget content;
        private boolean checked;

        BoundedStream(RandomAccessReadView view, StructureBudget budget, @Nullable ContentBudget content)
                throws IOException {
            super(null, view);
            this.budget = budget;
            this.content = content;
        }

        private void check() throws IOException {
            if (!checked) {
                checked = true;
                if (containsKey(COSName.W)) {
                    budget.spendOnXref(this);
                } else if (containsKey(COSName.N) && containsKey(COSName.FIRST)) {
                    budget.spendOnObjects(this);
                } else if (content != null) {
                    content.spend(this);
                }
            }
        }

        @Override
        public COSInputStream createInputStream(DecodeOptions options) throws IOException {
            check();
            return super.createInputStream(options);
        }

        @Override
        public RandomAccessRead createView() throws IOException {
            check();
            return super.createView();
        }
    }
}
