package id.espm.signer.pdf;

import id.espm.signer.CheckedFile;
import id.espm.signer.SigningContext;
import java.util.Optional;

/**
 * What is to be signed, and what the signature says.
 *
 * @param pdf           as it was when it was checked
 * @param context       as what, where, why and when
 * @param field         the full name of an empty signature field to use; without one a field is added
 * @param certification what the author still allows; without it an approval signature is made
 */
public record PdfSigningRequest(
        CheckedFile pdf, SigningContext context, Optional<String> field, Optional<Certification> certification) {

    /** An invisible approval signature in a field of its own. */
    public static PdfSigningRequest of(CheckedFile pdf, SigningContext context) {
        return new PdfSigningRequest(pdf, context, Optional.empty(), Optional.empty());
    }
}
