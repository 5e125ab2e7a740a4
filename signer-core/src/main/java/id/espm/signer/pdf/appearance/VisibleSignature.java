package id.espm.signer.pdf.appearance;

import id.espm.signer.pdf.appearance.block.SignaturePicture;
import id.espm.signer.pdf.appearance.template.Template;
import java.util.Optional;

/**
 * A wish that a signature be visible.
 *
 * @param template how and where
 * @param picture  shown where the template wants one
 */
public record VisibleSignature(Template template, Optional<SignaturePicture> picture) {

    /** Without a picture. */
    public static VisibleSignature of(Template template) {
        return new VisibleSignature(template, Optional.empty());
    }
}
