package id.espm.signer.pdf;

import id.espm.signer.SignerException;
import id.espm.signer.pdf.appearance.Pages;
import id.espm.signer.pdf.structure.Unusual;
import java.io.Closeable;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSObjectKey;

/** A PDF that is open for signing, by the short way or the long one (ADR-0010). What it gives are PDFBox's objects either way. */
interface OpenedPdf extends Closeable {

    /**
     * Runs what reads the document, and nothing else: what goes wrong there is the document's fault.
     *
     * @throws SignerException also {@link id.espm.signer.Problem.PdfUnusable} for what a library throws at hostile bytes
     */
    <T> T reading(PdfOpening.Reading<T> reading) throws IOException, SignerException;

    /** The newest trailer dictionary. */
    COSDictionary trailer();

    /** The document catalog (ISO 32000-2, 7.7.2). */
    COSDictionary catalog() throws IOException;

    /** The pages, and the dictionary of each. */
    PageTree pages() throws IOException;

    /** What an update must continue. */
    Tail tail();

    /** How strings and streams of an encrypted document are to be written. */
    Optional<ObjectEncryption> encryption() throws IOException;

    /** Whether the owner of an encrypted document permits to sign it (ISO 32000-2, table 22, bits 6 and 9). */
    boolean permitsSigning(boolean inExistingField);

    /**
     * Must be asked when everything that is needed was read, and before anything is done with it.
     *
     * @throws Unusual if the short way met something that it does not know
     */
    void requireSound() throws Unusual;

    /**
     * The end of a document, to which an update is appended.
     *
     * @param header     where the header begins; other positions count from there (ISO 32000-2, 7.5.2)
     * @param xrefStream whether its cross-reference sections are streams
     * @param previous   where its newest cross-reference section begins; empty where that cannot be relied on
     * @param rebuilt    where its objects really are, if they had to be searched: position, or minus the number of the object
     *     stream
     * @param nextNumber the first object number that is not in use
     */
    record Tail(
            long header,
            boolean xrefStream,
            Optional<Long> previous,
            Map<COSObjectKey, Long> rebuilt,
            long nextNumber) {
        /** Whether the document was damaged and could be repaired. */
        boolean repaired() {
            return previous.isEmpty();
        }
    }

    /** The pages as dictionaries. */
    interface PageTree extends Pages {
        @Override
        int count() throws IOException;

        /** The page, 0 being the first; it knows its object number. */
        COSDictionary page(int index) throws IOException;
    }
}
