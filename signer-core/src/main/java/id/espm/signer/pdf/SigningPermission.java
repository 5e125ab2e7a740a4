package id.espm.signer.pdf;

import id.espm.signer.Problem;
import id.espm.signer.Problem.PdfFieldUnusable;
import id.espm.signer.Problem.PdfUnusable;
import id.espm.signer.Problem.PdfUnusable.Reason;
import id.espm.signer.SignerException;
import id.espm.signer.pdf.FormFields.Field;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;

/** Whether a document and its earlier signatures allow a further one (ISO 32000-2, 12.8.2.2 and 12.8.2.4). */
final class SigningPermission {
    private static final COSName DOC_MDP = COSName.getPDFName("DocMDP");
    private static final COSName FIELD_MDP = COSName.getPDFName("FieldMDP");
    private static final COSName PERMS = COSName.getPDFName("Perms");
    private static final COSName LOCK = COSName.getPDFName("Lock");
    private static final COSName ACTION = COSName.getPDFName("Action");
    private static final COSName NEEDS_RENDERING = COSName.getPDFName("NeedsRendering");
    private static final COSName TRANSFORM_METHOD = COSName.getPDFName("TransformMethod");
    private static final COSName TRANSFORM_PARAMS = COSName.getPDFName("TransformParams");
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
        COSDictionary certification = permissions == null ? null : permissions.getCOSDictionary(DOC_MDP);
        if (certification != null && permission(certification, DOC_MDP).orElse(DEFAULT_PERMISSION) == NO_CHANGES) {
            throw new SignerException(new PdfUnusable(file, Reason.SIGNING_FORBIDDEN));
        }
        for (Field field : fields) {
            Optional<COSDictionary> signature = field.value();
            if (signature.isPresent()
                    && permission(signature.get(), FIELD_MDP).orElse(DEFAULT_PERMISSION) == NO_CHANGES) {
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
        for (Field field : fields) {
            Optional<COSDictionary> signature = field.value();
            Optional<COSDictionary> lock = signature.flatMap(s -> parameters(s, FIELD_MDP));
            if (lock.isPresent() && locks(lock.get(), name)) {
                throw new SignerException(new PdfFieldUnusable(file, name, PdfFieldUnusable.State.LOCKED));
            }
        }
    }

    /**
     * Viewers draw the pages of a dynamic XFA form anew, without what stands in the PDF: a block on them would not be seen. A
     * signature that is not to be seen holds there as well.
     *
     * @throws SignerException {@link PdfUnusable}
     */
    void requireDrawnPages() throws SignerException {
        if (catalog.getBoolean(NEEDS_RENDERING, false)) {
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

    private static boolean locks(COSDictionary parameters, String name) {
        COSArray names = parameters.getCOSArray(COSName.FIELDS);
        boolean listed = false;
        for (int i = 0; names != null && i < names.size(); i++) {
            String locked = names.getString(i);
            // A name stands for the fields below it too.
            listed |= locked != null && (name.equals(locked) || name.startsWith(locked + "."));
        }
        String action = parameters.getNameAsString(ACTION);
        return "All".equals(action) || ("Exclude".equals(action) ? !listed : listed);
    }

    private static Optional<Integer> permission(COSDictionary signature, COSName method) {
        return parameters(signature, method).map(p -> p.getInt(COSName.P, DEFAULT_PERMISSION));
    }

    /** The transform parameters of the reference with a method. */
    private static Optional<COSDictionary> parameters(COSDictionary signature, COSName method) {
        COSArray references = signature.getCOSArray(COSName.REFERENCE);
        for (int i = 0; references != null && i < references.size(); i++) {
            if (references.getObject(i) instanceof COSDictionary reference
                    && method.equals(reference.getCOSName(TRANSFORM_METHOD))) {
                return Optional.of(Optional.ofNullable(reference.getCOSDictionary(TRANSFORM_PARAMS))
                        .orElseGet(COSDictionary::new));
            }
        }
        return Optional.empty();
    }

    /** The lock that a field puts on others once it is signed. */
    static Optional<COSDictionary> lock(COSDictionary field) {
        return Optional.ofNullable(field.getCOSDictionary(LOCK));
    }
}
