package id.espm.signer.pdf;

import id.espm.signer.FileRegion;
import id.espm.signer.Problem;
import id.espm.signer.Problem.PdfUnusable;
import id.espm.signer.Problem.PdfUnusable.Reason;
import id.espm.signer.SignerException;
import id.espm.signer.key.Secret;
import id.espm.signer.pdf.structure.PdfStructure;
import id.espm.signer.pdf.structure.Unusual;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.pdfparser.PDFParser;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.jspecify.annotations.Nullable;

/** Opens PDFs by PDFBox and tells its failures apart. */
final class PdfOpening {
    /** The header may stand anywhere in the first 1024 bytes (ISO 32000-1, Annex H.3, note 13). */
    private static final int HEADER_WINDOW = 1024;

    private static final String STANDARD = "Standard";
    /** Who looks bounds each page's drawing; the file may be read for as long as its window is open. */
    private static final Duration LOOKING = Duration.ofDays(365);

    private PdfOpening() {}

    /** Something that PDFBox does with a document. */
    interface Reading<T> {
        T read() throws IOException, SignerException;
    }

    /**
     * Runs what only reads a document. PDFBox answers hostile bytes with exceptions of many kinds, and with a full stack for deep
     * nesting, at any time, since objects are read when they are asked for.
     *
     * @throws SignerException {@link PdfUnusable} for what PDFBox throws
     */
    static <T> T guard(FileRegion pdf, Reading<T> reading) throws IOException, SignerException {
        try {
            return reading.read();
        } catch (RuntimeException | StackOverflowError e) {
            throw new SignerException(new PdfUnusable(pdf.file(), Reason.DAMAGED), e);
        }
    }

    /**
     * Opens a PDF.
     *
     * @param password the user's or the owner's; {@code null} where none is known
     * @return to be closed by the caller
     * @throws SignerException {@link PdfUnusable}, {@link Problem.FileUnreadable}
     * @throws IOException     if the file cannot be read
     */
    static PDDocument open(FileRegion pdf, @Nullable Secret password) throws IOException, SignerException {
        return open(pdf, password, null);
    }

    /** {@link #open} without a password, for reading pages, which are bounded then. */
    static PDDocument openForText(FileRegion pdf) throws IOException, SignerException {
        return open(pdf, null, new ContentBudget());
    }

    /** {@link #open} without a password, for reading again and again as long as somebody looks at it. */
    static PDDocument openForLooking(FileRegion pdf) throws IOException, SignerException {
        return open(pdf, RegionAccess.open(pdf, new ReadBudget(pdf.length(), LOOKING)), null, null);
    }

    private static PDDocument open(FileRegion pdf, @Nullable Secret password, @Nullable ContentBudget content)
            throws IOException, SignerException {
        return open(pdf, RegionAccess.open(pdf), password, content);
    }

    private static PDDocument open(
            FileRegion pdf, RandomAccessRead source, @Nullable Secret password, @Nullable ContentBudget content)
            throws IOException, SignerException {
        boolean opened = false;
        try {
            if (headerOffset(pdf) < 0) {
                throw new SignerException(new PdfUnusable(pdf.file(), Reason.NOT_A_PDF));
            }
            PDDocument document = password == null
                    ? new BoundedParser(source, null, content).parse()
                    : password.use(chars -> Loading.of(source, new String(chars)))
                            .document();
            opened = true;
            return document;
        } catch (InvalidPasswordException e) {
            throw new SignerException(
                    new PdfUnusable(pdf.file(), password == null ? Reason.PASSWORD_NEEDED : Reason.PASSWORD_WRONG), e);
        } catch (IOException | RuntimeException | StackOverflowError e) {
            throw new SignerException(new PdfUnusable(pdf.file(), damage(pdf)), e);
        } finally {
            if (!opened) {
                source.close();
            }
        }
    }

    /** The outcome of opening within a function that may not throw. */
    private record Loading(
            @Nullable PDDocument loaded, @Nullable IOException failure) {
        static Loading of(RandomAccessRead source, String password) {
            try {
                return new Loading(new BoundedParser(source, password).parse(), null);
            } catch (IOException e) {
                return new Loading(null, e);
            }
        }

        PDDocument document() throws IOException {
            if (loaded == null) {
                throw failure == null ? new IOException() : failure;
            }
            return loaded;
        }
    }

    /** Why PDFBox did not open it: perhaps it is encrypted for the holders of certificates (ISO 32000-2, 7.6.5). */
    private static Reason damage(FileRegion pdf) throws IOException {
        try (PdfStructure structure = PdfStructure.open(pdf)) {
            COSDictionary encryption = structure.trailer().getCOSDictionary(COSName.ENCRYPT);
            return encryption == null || STANDARD.equals(encryption.getNameAsString(COSName.FILTER))
                    ? Reason.DAMAGED
                    : Reason.ENCRYPTION_UNSUPPORTED;
        } catch (Unusual e) {
            return Reason.DAMAGED;
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

    /** Where the header begins; -1 where there is none. */
    static int headerOffset(FileRegion pdf) throws IOException {
        byte[] start = pdf.part(0, Math.min(HEADER_WINDOW, pdf.length())).readAll();
        return new String(start, StandardCharsets.ISO_8859_1).indexOf("%PDF-");
    }
}
