package id.espm.signer.pdf.revision;

import java.util.Optional;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;

/** What a signature says by its references about the document after it (ISO 32000-2, 12.8.1, table 256). */
public final class SignatureTransforms {
    /** What may be done to the document (12.8.2.2). */
    public static final COSName DOC_MDP = COSName.getPDFName("DocMDP");

    /** Which fields are locked (12.8.2.4). */
    public static final COSName FIELD_MDP = COSName.getPDFName("FieldMDP");

    private static final COSName TRANSFORM_METHOD = COSName.getPDFName("TransformMethod");
    private static final COSName TRANSFORM_PARAMS = COSName.getPDFName("TransformParams");

    private SignatureTransforms() {}

    /** The parameters of the first reference with a method; empty ones where it has none. */
    public static Optional<COSDictionary> parameters(COSDictionary signature, COSName method) {
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
}
