package id.espm.signer.pdf;

import id.espm.signer.FileRegion;
import id.espm.signer.Problem;
import id.espm.signer.SignerException;
import id.espm.signer.key.Secret;
import id.espm.signer.pdf.appearance.PageArea;
import id.espm.signer.pdf.appearance.AnchorSearch;
import id.espm.signer.pdf.appearance.Anchors;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jspecify.annotations.Nullable;

/** Anchors in a file, which PDFBox opens only when one is looked for. */
public final class PdfAnchors implements Anchors {
    private final Path document;
    private final @Nullable Secret password;

    /** Anchors in a PDF that opens without a password. */
    public PdfAnchors(Path document) {
        this(document, null);
    }

    /** @param password the user's or the owner's; {@code null} where none is known */
    PdfAnchors(Path document, @Nullable Secret password) {
        this.document = document;
        this.password = password;
    }

    @Override
    public Path document() {
        return document;
    }

    /** @throws SignerException {@link Problem.PdfUnusable} */
    @Override
    public List<PageArea> find(String text) throws IOException, SignerException {
        FileRegion whole = FileRegion.whole(document);
        return PdfOpening.guard(whole, () -> {
            try (PDDocument pdf = PdfOpening.open(whole, password)) {
                return AnchorSearch.find(pdf, text);
            }
        });
    }
}
