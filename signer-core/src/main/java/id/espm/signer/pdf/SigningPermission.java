package id.espm.signer.pdf;

import id.espm.signer.Problem;
import id.espm.signer.Problem.PdfFieldUnusable;
import id.espm.signer.Problem.PdfUnusable;
import id.espm.signer.Problem.PdfUnusable.Reason;
import id.espm.signer.SignerException;
import id.espm.signer.pdf.FormFields.Field;
import id.espm.signer.pdf.revision.FieldLock;
import id.espm.signer.pdf.revision.SignatureTransforms;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;

/** Whether a document and its earlier signatures allow a further one (ISO 32000-2, 12.8.2.2 and 12.8.2.4). */
final class SigningPermission {
    private static final COSName PERMS = COSName.getPDFName("Perms");
    private static final COSName LOCK = COSName.getPDFName("Lock");
    private static final COSName NEEDS_RENDERING = COSName.getPDFName("NeedsRendering");
    /** DocMDP permission 1: no change at all; 2, the default, allows signing (ISO 32000-2, table 257). */
    private static final int NO_CHANGES = 1;

    private static final int DEFAULT_PERMISSION = 2;

    private final Path file;
    private final COSDictionary catalog;
    private final List<Field> fields;

    SigningPermission(Path file, COSDictionary catalog, List<Field> fields) {
        this.file = file;
        this.catalog = catalog;
        this.fields = fields;
    }

    /**
     * What does not depend on which field is signed.
     *
     * @throws SignerException {@link PdfUnusable}
     */
    void requireSignable() throws SignerException {
        COSDictionary permissions = catalog.getCOSDictionary(PERMS);
        COSDictionary certification =
                permissions == null ? null : permissions.getCOSDictionary(SignatureTransforms.DOC_MDP);
        if (certification != null
                && permission(certification, SignatureTransforms.DOC_MDP).orElse(DEFAULT_PERMISSION) == NO_CHANGES) {
            throw new SignerException(new PdfUnusable(file, Reason.SIGNING_FORBIDDEN));
        }
        for (Field field : fields) {
            Optional<COSDictionary> signature = field.value();
            if (signature.isPresent()
                    && permission(signature.get(), SignatureTransforms.FIELD_MDP)
                                    .orElse(DEFAULT_PERMISSION)
                            == NO_CHANGES) {
                throw new SignerException(new PdfUnusable(file, Reason.SIGNING_FORBIDDEN));
            }
        }
    }

    /**
     * Whether a field is locked by an earlier signature.
     *
     * @param name the full name of the field that is to be signed, or to be added
     * @throws SignerException {@link PdfFieldUnusable}
     */
    void requireUnlocked(String name) throws SignerException {
        if (isLocked(name)) {
            throw new SignerException(new PdfFieldUnusable(file, name, PdfFieldUnusable.State.LOCKED));
        }
    }

    /** Whether an earlier signature locks a field. */
    boolean isLocked(String name) {
        return fields.stream()
                .flatMap(field -> field.value().stream())
                .flatMap(s -> SignatureTransforms.parameters(s, SignatureTransforms.FIELD_MDP).stream())
                .anyMatch(lock -> FieldLock.of(lock).includes(name));
    }

    /** Whether viewers show what stands on the pages; see {@link #requireDrawnPages()}. */
    boolean hasDrawnPages() {
        return !catalog.getBoolean(NEEDS_RENDERING, false);
    }

    /**
     * Viewers draw the pages of a dynamic XFA form anew, without what stands in the PDF: a block on them would not be seen. A
     * signature that is not to be seen holds there as well.
     *
     * @throws SignerException {@link PdfUnusable}
     */
    void requireDrawnPages() throws SignerException {
        if (!hasDrawnPages()) {
            throw new SignerException(new PdfUnusable(file, Reason.XFA_DYNAMIC));
        }
    }

    /**
     * A certification signature must be the first.
     *
     * @throws SignerException {@link Problem.PdfUnusable}
     */
    void requireUnsigned() throws SignerException {
        if (fields.stream().anyMatch(field -> field.value().isPresent())) {
            throw new SignerException(new PdfUnusable(file, Reason.ALREADY_SIGNED));
        }
    }

    private static Optional<Integer> permission(COSDictionary signature, COSName method) {
        return SignatureTransforms.parameters(signature, method).map(p -> p.getInt(COSName.P, DEFAULT_PERMISSION));
    }

    /** The lock that a field puts on others once it is signed. */
    static Optional<COSDictionary> lock(COSDictionary field) {
        return Optional.ofNullable(field.getCOSDictionary(LOCK));
    }
}
