package id.espm.signer.pdf;

import id.espm.signer.FileRegion;
import id.espm.signer.SignerException;
import id.espm.signer.key.Secret;
import id.espm.signer.pdf.appearance.PageGeometry;
import id.espm.signer.pdf.structure.PdfStructure;
import id.espm.signer.pdf.structure.Unusual;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.jspecify.annotations.Nullable;

/** Opens any PDF by PDFBox, which decrypts, and searches the objects of a damaged file. */
final class LongWay implements OpenedPdf {
    private final FileRegion file;
    private final PDDocument document;
    private final Tail tail;

    private LongWay(FileRegion file, PDDocument document, Tail tail) {
        this.file = file;
        this.document = document;
        this.tail = tail;
    }

    /**
     * @param password the user's or the owner's; {@code null} where none was given
     * @throws SignerException {@link id.espm.signer.Problem.PdfUnusable}
     */
    static LongWay open(FileRegion pdf, @Nullable Secret password) throws IOException, SignerException {
        PDDocument document = PdfOpening.open(pdf, password);
        boolean opened = false;
        try {
            LongWay way = new LongWay(pdf, document, tail(pdf, document.getDocument()));
            opened = true;
            return way;
        } finally {
            if (!opened) {
                document.close();
            }
        }
    }

    /** Where the sections of the file are sound, they are continued; else all objects are listed again where they were found. */
    private static Tail tail(FileRegion pdf, COSDocument document) throws IOException {
        long highest = document.getXrefTable().keySet().stream()
                .mapToLong(COSObjectKey::getNumber)
                .max()
                .orElse(0);
        try (PdfStructure structure = PdfStructure.open(pdf)) {
            COSDictionary root = structure.trailer().getCOSDictionary(COSName.ROOT);
            structure.requireSound();
            if (root == null || root.getCOSDictionary(COSName.PAGES) == null) {
                throw new Unusual("no pages");
            }
            structure.requireSound();
            return new Tail(
                    structure.headerOffset(),
                    structure.endsInXrefStream(),
                    Optional.of(structure.startXref()),
                    Map.of(),
                    Math.max(structure.nextObjectNumber(), highest + 1));
        } catch (Unusual e) {
            long header = PdfOpening.headerOffset(pdf);
            Map<COSObjectKey, Long> found = new HashMap<>(document.getXrefTable());
            boolean compressed = found.values().stream().anyMatch(position -> position < 0);
            // PDFBox counts from the first byte of the file.
            found.replaceAll((key, position) -> position < 0 ? position : position - header);
            return new Tail(header, compressed, Optional.empty(), Map.copyOf(found), highest + 1);
        }
    }

    PDDocument document() {
        return document;
    }

    /** PDFBox reads objects when they are asked for, so that any of them may turn out to be broken at any time. */
    @Override
    public <T> T reading(PdfOpening.Reading<T> reading) throws IOException, SignerException {
        return PdfOpening.guard(file, reading);
    }

    @Override
    public COSDictionary trailer() {
        return document.getDocument().getTrailer();
    }

    @Override
    public COSDictionary catalog() {
        return document.getDocumentCatalog().getCOSObject();
    }

    @Override
    public PageTree pages() {
        return new RepairedPages(document);
    }

    @Override
    public Tail tail() {
        return tail;
    }

    @Override
    public Optional<ObjectEncryption> encryption() throws IOException {
        return document.isEncrypted()
                ? Optional.of(new ObjectEncryption(
                        document.getEncryption().getSecurityHandler(),
                        document.getEncryption().getCOSObject()))
                : Optional.empty();
    }

    @Override
    public boolean permitsSigning(boolean inExistingField) {
        AccessPermission permission = document.getCurrentAccessPermission();
        return !document.isEncrypted()
                || permission.isOwnerPermission()
                || permission.canModifyAnnotations()
                || (inExistingField && permission.canFillInForm());
    }

    @Override
    public void requireSound() {
        // PDFBox has repaired what it could, and refused the rest when it was read.
    }

    @Override
    public void close() throws IOException {
        document.close();
    }

    private record RepairedPages(PDDocument document) implements PageTree {
        @Override
        public int count() {
            return document.getNumberOfPages();
        }

        @Override
        public COSDictionary page(int index) {
            return document.getPage(index).getCOSObject();
        }

        @Override
        public PageGeometry geometry(int index) {
            return PageBoxes.of(page(index), index);
        }
    }
}
