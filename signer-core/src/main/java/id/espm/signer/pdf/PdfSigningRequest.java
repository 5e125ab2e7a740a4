package id.espm.signer.pdf;

import id.espm.signer.CheckedFile;
import id.espm.signer.SigningContext;
import id.espm.signer.pdf.appearance.VisibleSignature;
import java.util.Optional;

/**
 * What is to be signed, and what the signature says.
 *
 * @param pdf           as it was when it was checked
 * @param context       as what, where, why and when
 * @param field         the full name of an empty signature field to use; without one a field is added
 * @param certification what the author still allows; without it an approval signature is made
 * @param visible       how the signature is seen; without it, it is not. In a field that is named, the block stands where the
 *     field stands
 */
public record PdfSigningRequest(
        CheckedFile pdf,
        SigningContext context,
        Optional<String> field,
        Optional<Certification> certification,
        Optional<VisibleSignature> visible) {

    /** An invisible approval signature in a field of its own. */
    public static PdfSigningRequest of(CheckedFile pdf, SigningContext context) {
        return new Builder(pdf, context).build();
    }

    /** Collects what is optional. */
    public static final class Builder {
        private final CheckedFile pdf;
        private final SigningContext context;
        private Optional<String> field = Optional.empty();
        private Optional<Certification> certification = Optional.empty();
        private Optional<VisibleSignature> visible = Optional.empty();

        /** Starts with what every request says. */
        public Builder(CheckedFile pdf, SigningContext context) {
            this.pdf = pdf;
            this.context = context;
        }

        /** Uses an empty field by its full name. */
        public Builder field(String name) {
            field = Optional.of(name);
            return this;
        }

        /** Certifies the document; only its first signature can do so. */
        public Builder certification(Certification allowed) {
            certification = Optional.of(allowed);
            return this;
        }

        /** Lets the signature be seen. */
        public Builder visible(VisibleSignature wanted) {
            visible = Optional.of(wanted);
            return this;
        }

        /** How the signature is seen, and in which field it stands. */
        public Builder appearance(PdfAppearance wanted) {
            field = wanted.field();
            visible = wanted.visible();
            return this;
        }

        /** The request. */
        public PdfSigningRequest build() {
            return new PdfSigningRequest(pdf, context, field, certification, visible);
        }
    }
}
