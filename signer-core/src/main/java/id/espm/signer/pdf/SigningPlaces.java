package id.espm.signer.pdf;

import id.espm.signer.FileRegion;
import id.espm.signer.Problem;
import id.espm.signer.Problem.PdfUnusable;
import id.espm.signer.SignerException;
import id.espm.signer.pdf.FormFields.Field;
import id.espm.signer.pdf.appearance.PageArea;
import id.espm.signer.pdf.appearance.PageGeometry;
import id.espm.signer.pdf.structure.Unusual;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/**
 * Where in a PDF a signature could be seen, before anything is signed.
 *
 * @param pages        each page
 * @param fields       the empty signature fields that no earlier signature locks
 * @param severalPages whether a block may stand on several pages; earlier signatures do not allow it
 * @param unseen       why a signature could not be seen in this document at all
 */
public record SigningPlaces(
        List<PageGeometry> pages, List<EmptyField> fields, boolean severalPages, Optional<Problem> unseen) {
    /** Keeps copies of the lists. */
    public SigningPlaces {
        pages = List.copyOf(pages);
        fields = List.copyOf(fields);
    }

    /**
     * An empty signature field.
     *
     * @param name its full name
     * @param area where it stands; empty for a field that is not seen
     */
    public record EmptyField(String name, Optional<PageArea> area) {}

    /**
     * Reads the places of a PDF that opens without a password.
     *
     * @throws SignerException {@link Problem.PdfUnusable} where it cannot be signed at all, {@link Problem.FileUnreadable}
     */
    public static SigningPlaces of(Path pdf) throws SignerException {
        try {
            FileRegion file = FileRegion.whole(pdf);
            try (OpenedPdf opened = ShortWay.open(file)) {
                return of(opened, pdf);
            } catch (Unusual e) {
                // The long way tells what it is.
            }
            return PdfOpening.guard(file, () -> {
                try (OpenedPdf opened = LongWay.open(file, null)) {
                    return of(opened, pdf);
                }
            });
        } catch (IOException e) {
            throw new SignerException(new Problem.FileUnreadable(pdf), e);
        }
    }

    private static SigningPlaces of(OpenedPdf opened, Path pdf) throws IOException, SignerException {
        PdfCheck.requirePages(opened, pdf);
        SigningPermission permission = new SignatureUpdate(opened, pdf).permission();
        List<Field> signatures = FormFields.of(opened.catalog()).stream()
                .filter(Field::signature)
                .toList();
        List<EmptyField> empty = new ArrayList<>();
        for (Field field : signatures) {
            if (!field.dictionary().containsKey(COSName.V) && !permission.isLocked(field.name())) {
                empty.add(new EmptyField(field.name(), area(opened, field)));
            }
        }
        List<PageGeometry> pages = new ArrayList<>();
        for (int index = 0; index < opened.pages().count(); index++) {
            pages.add(opened.pages().geometry(index));
        }
        opened.requireSound();
        boolean unsigned = signatures.stream().allMatch(field -> field.value().isEmpty());
        Optional<Problem> unseen = permission.hasDrawnPages()
                ? Optional.empty()
                : Optional.of(new PdfUnusable(pdf, PdfUnusable.Reason.XFA_DYNAMIC));
        return new SigningPlaces(pages, empty, unsigned, unseen);
    }

    private static Optional<PageArea> area(OpenedPdf opened, Field field) throws IOException {
        COSDictionary widget = SignatureWidget.of(field.dictionary());
        Optional<PDRectangle> place = SignatureWidget.rectangle(widget);
        if (place.isEmpty()) {
            return Optional.empty();
        }
        PDRectangle rectangle = place.get();
        for (int index = 0; index < opened.pages().count(); index++) {
            if (carries(opened.pages().page(index), widget)) {
                return Optional.of(new PageArea(
                        index,
                        rectangle.getLowerLeftX(),
                        rectangle.getLowerLeftY(),
                        rectangle.getUpperRightX(),
                        rectangle.getUpperRightY()));
            }
        }
        return Optional.empty();
    }

    /** A widget need not name its page (ISO 32000-2, table 166). */
    private static boolean carries(COSDictionary page, COSDictionary widget) {
        COSDictionary named = widget.getCOSDictionary(COSName.P);
        if (named != null) {
            return isSame(named, page);
        }
        COSArray annotations = page.getCOSArray(COSName.ANNOTS);
        for (int i = 0; annotations != null && i < annotations.size(); i++) {
            if (annotations.getObject(i) instanceof COSDictionary one && isSame(one, widget)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isSame(COSDictionary one, COSDictionary other) {
        return one.equals(other) || (one.getKey() != null && one.getKey().equals(other.getKey()));
    }
}
