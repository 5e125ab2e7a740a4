package id.espm.signer.pdf;

import id.espm.signer.FileRegion;
import id.espm.signer.Problem;
import id.espm.signer.Problem.PdfUnusable;
import id.espm.signer.Problem.PdfUnusable.Reason;
import id.espm.signer.SignerException;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.pdmodel.PDDocument;

/** Whether a PDF can be signed, before anything is signed. */
public final class PdfCheck {
    private static final COSName DOC_MDP = COSName.getPDFName("DocMDP");
    private static final COSName PERMS = COSName.getPDFName("Perms");
    private static final COSName TRANSFORM_METHOD = COSName.getPDFName("TransformMethod");
    private static final COSName TRANSFORM_PARAMS = COSName.getPDFName("TransformParams");
    /** DocMDP permission 1: no changes at all; 2 (the default) allows signing (ISO 32000-2, table 257). */
    private static final int NO_CHANGES = 1;

    private static final int DEFAULT_PERMISSION = 2;

    private PdfCheck() {}

    /**
     * What is known of a PDF that can be signed.
     *
     * @param pages      how many
     * @param signatures how many signature dictionaries it holds already
     */
    public record Facts(int pages, int signatures) {}

    /**
     * Reads what signing needs to know.
     *
     * @throws SignerException {@link Problem.PdfUnusable}, {@link Problem.FileUnreadable}
     */
    public static Facts check(Path pdf) throws SignerException {
        try (PDDocument document = PdfOpening.open(FileRegion.whole(pdf))) {
            requireSignable(document, pdf);
            return new Facts(
                    document.getNumberOfPages(),
                    document.getSignatureDictionaries().size());
        } catch (IOException e) {
            throw new SignerException(new Problem.FileUnreadable(pdf), e);
        } catch (RuntimeException | StackOverflowError e) {
            // The parser reads objects when they are asked for, so damage shows late too.
            throw new SignerException(new PdfUnusable(pdf, Reason.DAMAGED), e);
        }
    }

    static void requireSignable(PDDocument document, Path pdf) throws SignerException {
        if (document.isEncrypted()) {
            throw new SignerException(new PdfUnusable(pdf, Reason.ENCRYPTED));
        }
        if (document.getNumberOfPages() == 0) {
            throw new SignerException(new PdfUnusable(pdf, Reason.NO_PAGE));
        }
        if (forbidsChanges(document)) {
            throw new SignerException(new PdfUnusable(pdf, Reason.SIGNING_FORBIDDEN));
        }
    }

    /** Whether a certification signature allows no change at all. */
    private static boolean forbidsChanges(PDDocument document) {
        COSDictionary permissions = document.getDocumentCatalog().getCOSObject().getCOSDictionary(PERMS);
        COSDictionary certification = permissions == null ? null : permissions.getCOSDictionary(DOC_MDP);
        COSArray references = certification == null ? null : certification.getCOSArray(COSName.REFERENCE);
        if (references == null) {
            return false;
        }
        for (COSBase reference : references) {
            COSBase direct = reference instanceof COSObject o ? o.getObject() : reference;
            if (direct instanceof COSDictionary dictionary && DOC_MDP.equals(dictionary.getCOSName(TRANSFORM_METHOD))) {
                COSDictionary parameters = dictionary.getCOSDictionary(TRANSFORM_PARAMS);
                int permission =
                        parameters == null ? DEFAULT_PERMISSION : parameters.getInt(COSName.P, DEFAULT_PERMISSION);
                return permission == NO_CHANGES;
            }
        }
        return false;
    }
}
