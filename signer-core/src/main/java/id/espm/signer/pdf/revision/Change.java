package id.espm.signer.pdf.revision;

/**
 * One thing that a later revision changed.
 *
 * @param kind what sort of change it is
 * @param what what was changed, in the words of the format: a field's full name, {@code page 2 /Contents}
 */
public record Change(Kind kind, String what) {
    /** The sorts of change, from what may always be done to what never may. */
    public enum Kind {
        /** Certificates, CRLs, OCSP responses in a document security store; developer extensions. */
        VALIDATION_DATA("validation data"),
        /** A document timestamp whose field draws nothing. */
        DOCUMENT_TIMESTAMP("document timestamp"),
        /** Dates, producer and metadata, which say nothing of the content. */
        BOOKKEEPING("bookkeeping"),
        /** A signature, in a field that was there or that draws nothing. */
        SIGNATURE("signature"),
        /** A signature whose block is drawn on a page, in a field that came with it. */
        DRAWN_SIGNATURE("signature with a block of its own"),
        /** A field for a signature that draws nothing and is not signed. */
        SIGNATURE_FIELD("signature field"),
        /** A form field that was empty was filled in. */
        FORM_FILLED("form field filled in"),
        /** A form field that showed something shows something else. */
        FORM_REPLACED("form field replaced"),
        /** A comment or drawing was laid upon a page. */
        ANNOTATION("annotation"),
        /** Something else, of which nobody can tell what it does to what is seen. */
        UNEXPLAINED("unexplained"),
        /** What is seen, done or signed by opening the document. */
        CONTENT("content");

        private final String words;

        Kind(String words) {
            this.words = words;
        }
    }

    @Override
    public String toString() {
        return what.isEmpty() ? kind.words : kind.words + ": " + what;
    }
}
