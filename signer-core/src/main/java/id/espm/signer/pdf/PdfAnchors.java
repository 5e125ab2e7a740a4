package id.espm.signer.pdf;

import id.espm.signer.FileRegion;
import id.espm.signer.Problem;
import id.espm.signer.SignerException;
import id.espm.signer.pdf.appearance.AnchorPosition;
import id.espm.signer.pdf.appearance.AnchorSearch;
import id.espm.signer.pdf.appearance.Anchors;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;

/** Anchors in a file, which PDFBox opens only when one is looked for. */
record PdfAnchors(Path document) implements Anchors {

    /** @throws SignerException {@link Problem.PdfUnusable} */
    @Override
    public List<AnchorPosition> find(String text) throws IOException, SignerException {
        try (PDDocument pdf = PdfOpening.open(FileRegion.whole(document))) {
            return AnchorSearch.find(pdf, text);
        } catch (RuntimeException | StackOverflowError e) {
            // The parser reads objects when they are asked for, so damage shows late too.
            throw new SignerException(new Problem.PdfUnusable(document, Problem.PdfUnusable.Reason.DAMAGED), e);
        }
    }
}
