package id.espm.signer.pdf;

import id.espm.signer.FileRegion;
import id.espm.signer.Problem;
import id.espm.signer.Problem.PdfUnusable;
import id.espm.signer.Problem.PdfUnusable.Reason;
import id.espm.signer.SignerException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.pdfparser.PDFParser;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/** Opens PDFs by PDFBox and tells its failures apart. */
final class PdfOpening {
    /** The header may stand anywhere in the first 1024 bytes (ISO 32000-1, Annex H.3, note 13). */
    private static final int HEADER_WINDOW = 1024;

    private PdfOpening() {}

    /**
     * Opens a PDF.
     *
     * @return to be closed by the caller
     * @throws SignerException {@link Problem.PdfUnusable}
     * @throws IOException     if the file cannot be read
     */
    static PDDocument open(FileRegion pdf) throws IOException, SignerException {
        if (!beginsLikePdf(pdf)) {
            throw new SignerException(new PdfUnusable(pdf.file(), Reason.NOT_A_PDF));
        }
        RandomAccessRead source = RegionAccess.open(pdf);
        boolean opened = false;
        try {
            PDDocument document = Loader.loadPDF(source);
            opened = true;
            return document;
        } catch (InvalidPasswordException e) {
            throw new SignerException(new PdfUnusable(pdf.file(), Reason.ENCRYPTED), e);
        } catch (IOException | RuntimeException | StackOverflowError e) {
            // PDFBox answers hostile bytes with exceptions of many kinds, and with a full stack for deep nesting.
            throw new SignerException(new PdfUnusable(pdf.file(), Reason.DAMAGED), e);
        } finally {
            if (!opened) {
                source.close();
            }
        }
    }

    /**
     * Opens a PDF exactly as its cross-reference sections say, without looking for objects elsewhere.
     *
     * @return to be closed by the caller
     * @throws IOException if it cannot be read so
     */
    static PDDocument openStrictly(FileRegion pdf) throws IOException {
        RandomAccessRead source = RegionAccess.open(pdf);
        boolean opened = false;
        try {
            PDDocument document = new PDFParser(source).parse(false);
            opened = true;
            return document;
        } finally {
            if (!opened) {
                source.close();
            }
        }
    }

    private static boolean beginsLikePdf(FileRegion pdf) throws IOException {
        byte[] start = pdf.part(0, Math.min(HEADER_WINDOW, pdf.length())).readAll();
        return new String(start, StandardCharsets.ISO_8859_1).contains("%PDF-");
    }
}
