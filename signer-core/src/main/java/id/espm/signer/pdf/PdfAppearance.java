package id.espm.signer.pdf;

import id.espm.signer.pdf.appearance.VisibleSignature;
import java.util.Optional;

/**
 * How one PDF's signature is seen, and where it stands.
 *
 * @param visible how it is seen; without it, it is not
 * @param field   the full name of an empty signature field to use; the block then stands where the field stands. Without one a
 *     field is added
 */
public record PdfAppearance(Optional<VisibleSignature> visible, Optional<String> field) {
    private static final PdfAppearance HIDDEN = new PdfAppearance(Optional.empty(), Optional.empty());

    /** Not to be seen, in a field of its own. */
    public static PdfAppearance hidden() {
        return HIDDEN;
    }
}
