package id.espm.signer.pdf;

import id.espm.signer.FileRegion;
import id.espm.signer.SignerException;
import id.espm.signer.pdf.appearance.PageGeometry;
import id.espm.signer.pdf.structure.PdfStructure;
import id.espm.signer.pdf.structure.Unusual;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;

/** Opens a sound, ordinary PDF and reads only what signing needs. */
final class ShortWay implements OpenedPdf {
    private final PdfStructure structure;
    private final COSDictionary catalog;

    private ShortWay(PdfStructure structure) throws Unusual {
        this.structure = structure;
        this.catalog = dictionary(structure.trailer(), COSName.ROOT);
        if (catalog.getKey() == null) {
            throw unknown("a catalog that is no object");
        }
    }

    /** @throws Unusual if the long way must be taken */
    static ShortWay open(FileRegion pdf) throws IOException {
        PdfStructure structure = PdfStructure.open(pdf);
        boolean opened = false;
        try {
            if (structure.encrypted()) {
                throw unknown("encryption");
            }
            ShortWay way = new ShortWay(structure);
            opened = true;
            return way;
        } finally {
            if (!opened) {
                structure.close();
            }
        }
    }

    private static Unusual unknown(String what) {
        return new Unusual(what);
    }

    private static COSDictionary dictionary(COSDictionary parent, COSName key) throws Unusual {
        COSDictionary value = parent.getCOSDictionary(key);
        if (value == null) {
            throw unknown("no /" + key.getName());
        }
        return value;
    }

    /** What the reader of this way does not understand is {@link Unusual}; anything else that it throws is a fault of ours. */
    @Override
    public <T> T reading(PdfOpening.Reading<T> reading) throws IOException, SignerException {
        return reading.read();
    }

    @Override
    public COSDictionary trailer() {
        return structure.trailer();
    }

    @Override
    public COSDictionary catalog() {
        return catalog;
    }

    @Override
    public PageTree pages() throws Unusual {
        return new CountedPages(dictionary(catalog, COSName.PAGES));
    }

    @Override
    public Tail tail() {
        return new Tail(
                structure.headerOffset(),
                structure.endsInXrefStream(),
                Optional.of(structure.startXref()),
                Map.of(),
                structure.nextObjectNumber());
    }

    @Override
    public Optional<ObjectEncryption> encryption() {
        return Optional.empty();
    }

    @Override
    public boolean permitsSigning(boolean inExistingField) {
        return true;
    }

    @Override
    public void requireSound() throws Unusual {
        structure.requireSound();
    }

    @Override
    public void close() throws IOException {
        structure.close();
    }

    /** The page tree (ISO 32000-2, 7.7.3), of which only the way to one page is read. */
    private record CountedPages(COSDictionary root) implements PageTree {
        private static final int MAX_DEPTH = 64;

        @Override
        public int count() throws Unusual {
            int count = root.getInt(COSName.COUNT, -1);
            if (count < 0 || !COSName.PAGES.equals(root.getCOSName(COSName.TYPE))) {
                throw unknown("a page tree without count");
            }
            return count;
        }

        @Override
        public COSDictionary page(int index) throws Unusual {
            COSDictionary node = root;
            int left = index;
            for (int depth = 0; depth < MAX_DEPTH; depth++) {
                if (COSName.PAGE.equals(node.getCOSName(COSName.TYPE)) && node.getKey() != null) {
                    return node;
                }
                COSArray kids = node.getCOSArray(COSName.KIDS);
                if (kids == null) {
                    throw unknown("a page tree");
                }
                // Where there are as many kids as pages, each kid is a page.
                boolean flat = node.getInt(COSName.COUNT, -1) == kids.size();
                int kid = flat ? left : 0;
                COSDictionary next = kid(kids, kid);
                for (; !flat && left >= pages(next); next = kid(kids, ++kid)) {
                    left -= pages(next);
                }
                if (flat && !COSName.PAGE.equals(next.getCOSName(COSName.TYPE))) {
                    throw unknown("a page tree");
                }
                node = next;
            }
            throw unknown("a page tree that is too deep");
        }

        private static COSDictionary kid(COSArray kids, int index) throws Unusual {
            COSBase kid = index < kids.size() ? kids.getObject(index) : null;
            if (kid instanceof COSDictionary dictionary) {
                return dictionary;
            }
            throw unknown("a page tree");
        }

        private static int pages(COSDictionary node) throws Unusual {
            if (COSName.PAGE.equals(node.getCOSName(COSName.TYPE))) {
                return 1;
            }
            int count = node.getInt(COSName.COUNT, -1);
            if (count < 0) {
                throw unknown("a page tree without count");
            }
            return count;
        }

        @Override
        public PageGeometry geometry(int index) throws Unusual {
            return PageBoxes.of(page(index), index);
        }
    }
}
