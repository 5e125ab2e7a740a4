package id.espm.signer.pdf.revision;

import id.espm.signer.Finding;
import id.espm.signer.Finding.Kind;
import id.espm.signer.Verdict;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;

/**
 * What a signature allows to be done to the document after it (ISO 32000-2, 12.8.2.2 DocMDP, 12.8.2.4 FieldMDP). One that says
 * nothing is taken to allow further signatures and the filling in of what was empty.
 */
public final class ModificationRules {
    private static final int NOTHING = 1;
    private static final int FILLING = 2;
    private static final int ANNOTATING = 3;

    private final OptionalInt permission;
    private final Optional<FieldLock> lock;

    private ModificationRules(OptionalInt permission, Optional<FieldLock> lock) {
        this.permission = permission;
        this.lock = lock;
    }

    /** The rules that a signature dictionary sets, read out of it at once. */
    public static ModificationRules of(COSDictionary signature) {
        Optional<COSDictionary> document = SignatureTransforms.parameters(signature, SignatureTransforms.DOC_MDP);
        Optional<COSDictionary> fields = SignatureTransforms.parameters(signature, SignatureTransforms.FIELD_MDP);
        OptionalInt permission = OptionalInt.empty();
        if (document.isPresent()) {
            permission = OptionalInt.of(document.get().getInt(COSName.P, FILLING));
        } else if (fields.isPresent() && fields.get().containsKey(COSName.P)) {
            permission = OptionalInt.of(fields.get().getInt(COSName.P, NOTHING));
        }
        return new ModificationRules(permission, fields.map(FieldLock::of));
    }

    /** Judges one change: valid if it is allowed, indeterminate if nobody can tell. */
    public Verdict judge(Change change) {
        return switch (change.kind()) {
            case VALIDATION_DATA, DOCUMENT_TIMESTAMP, BOOKKEEPING -> Verdict.valid();
            case SIGNATURE, SIGNATURE_FIELD, FORM_FILLED -> forbidden(change) ? changed(change) : Verdict.valid();
            // A certified document says what may come; where a block may stand it says by the fields that it has.
            case DRAWN_SIGNATURE ->
                forbidden(change) ? changed(change) : permission.isPresent() ? unclear(change) : Verdict.valid();
            case FORM_REPLACED ->
                forbidden(change) ? changed(change) : permission.isPresent() ? Verdict.valid() : unclear(change);
            case ANNOTATION -> permission.orElse(ANNOTATING) < ANNOTATING ? changed(change) : unclear(change);
            case UNEXPLAINED -> unclear(change);
            case CONTENT -> changed(change);
        };
    }

    private static Verdict changed(Change change) {
        return new Verdict.Invalid(new Finding(Kind.CHANGED_AFTER_SIGNING, change.toString()));
    }

    private static Verdict unclear(Change change) {
        return new Verdict.Indeterminate(new Finding(Kind.LATER_CHANGES_UNCLEAR, change.toString()));
    }

    private boolean forbidden(Change change) {
        return permission.orElse(FILLING) < FILLING
                || lock.filter(l -> l.includes(change.what())).isPresent();
    }
}
