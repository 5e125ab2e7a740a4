package id.espm.signer.pdf;

import id.espm.signer.FileRegion;
import id.espm.signer.Problem;
import id.espm.signer.Problem.PdfUnusable;
import id.espm.signer.Problem.PdfUnusable.Reason;
import id.espm.signer.SignerException;
import id.espm.signer.key.Secret;
import id.espm.signer.pdf.structure.Unusual;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.cos.COSName;
import org.jspecify.annotations.Nullable;

/** Whether a PDF can be signed, before anything is signed. */
public final class PdfCheck {
    private PdfCheck() {}

    /**
     * What is known of a PDF that can be signed.
     *
     * @param pages      how many
     * @param signatures how many signatures it holds already
     * @param damaged    whether its structure is damaged and will be repaired by the update that signs it
     */
    public record Facts(int pages, int signatures, boolean damaged) {}

    /**
     * Reads what signing needs to know of a PDF that opens without a password.
     *
     * @throws SignerException {@link Problem.PdfUnusable}, {@link Problem.PdfFieldUnusable}, {@link Problem.FileUnreadable}
     */
    public static Facts check(Path pdf) throws SignerException {
        return check(pdf, null);
    }

    /**
     * Reads what signing needs to know.
     *
     * @param password the user's or the owner's; {@code null} where none is known
     */
    public static Facts check(Path pdf, @Nullable Secret password) throws SignerException {
        try {
            FileRegion file = FileRegion.whole(pdf);
            try (OpenedPdf opened = ShortWay.open(file)) {
                return facts(opened, pdf);
            } catch (Unusual e) {
                // The long way tells what it is.
            }
            return PdfOpening.guard(file, () -> {
                try (OpenedPdf opened = LongWay.open(file, password)) {
                    return facts(opened, pdf);
                }
            });
        } catch (IOException e) {
            throw new SignerException(new Problem.FileUnreadable(pdf), e);
        }
    }

    private static Facts facts(OpenedPdf opened, Path pdf) throws IOException, SignerException {
        requirePages(opened, pdf);
        SignatureUpdate update = new SignatureUpdate(opened, pdf);
        update.addField(List.of());
        opened.requireSound();
        int signatures = (int) FormFields.of(opened.catalog()).stream()
                .filter(field -> field.value().isPresent())
                .count();
        return new Facts(opened.pages().count(), signatures - 1, opened.tail().repaired());
    }

    static void requirePages(OpenedPdf opened, Path pdf) throws IOException, SignerException {
        if (opened.pages().count() == 0) {
            throw new SignerException(new PdfUnusable(pdf, Reason.NO_PAGE));
        }
        if (opened.trailer().getCOSObject(COSName.ROOT) == null) {
            throw new SignerException(new PdfUnusable(pdf, Reason.DAMAGED));
        }
    }
}
