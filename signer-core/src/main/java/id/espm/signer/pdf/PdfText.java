package id.espm.signer.pdf;

import id.espm.signer.FileRegion;
import id.espm.signer.SignerException;
import id.espm.signer.pdf.text.PageWords;
import id.espm.signer.pdf.text.TextLimits;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.PDDocument;

/** The text of a PDF, for comparing: what is drawn as text, not what a scan shows. */
public final class PdfText {
    private PdfText() {}

    /** {@link #of(Path, TextLimits)} within the usual limits. */
    public static Optional<String> of(Path pdf) throws IOException {
        return of(pdf, TextLimits.usual());
    }

    /**
     * Reads the first pages.
     *
     * @return nothing for a PDF that is damaged, needs a password, asks for more than it may, or shows no text
     * @throws IOException if the file itself cannot be read
     */
    public static Optional<String> of(Path pdf, TextLimits limits) throws IOException {
        FileRegion file = FileRegion.whole(pdf);
        try {
            String text = PdfOpening.guard(file, () -> {
                try (PDDocument document = PdfOpening.openForText(file)) {
                    return words(document, limits);
                }
            });
            return Optional.of(text).filter(words -> !words.isBlank());
        } catch (SignerException e) {
            // Why it cannot be read is told where it is to be signed.
            return Optional.empty();
        }
    }

    /** The file was read; what a page holds may still be broken. */
    private static String words(PDDocument document, TextLimits limits) {
        try {
            return PageWords.of(document, limits);
        } catch (IOException e) {
            return "";
        }
    }
}
