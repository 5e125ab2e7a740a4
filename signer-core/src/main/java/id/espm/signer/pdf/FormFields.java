package id.espm.signer.pdf;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.jspecify.annotations.Nullable;

/** The form fields of a document (ISO 32000-2, 12.7.4), of which those for signatures matter here. */
final class FormFields {
    private static final int MAX_DEPTH = 32;

    private final List<Field> fields = new ArrayList<>();
    private final Set<COSDictionary> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    private FormFields() {}

    /**
     * A field that has no fields below it.
     *
     * @param name       its full name
     * @param dictionary its own dictionary, which may be a widget as well
     * @param signature  whether it is for a signature
     */
    record Field(String name, COSDictionary dictionary, boolean signature) {
        /** The signature that it holds, if it is signed. */
        Optional<COSDictionary> value() {
            return signature ? Optional.ofNullable(dictionary.getCOSDictionary(COSName.V)) : Optional.empty();
        }
    }

    /** Reads all fields below a form's {@code /Fields}. */
    static List<Field> of(COSDictionary catalog) {
        FormFields found = new FormFields();
        COSDictionary form = catalog.getCOSDictionary(COSName.ACRO_FORM);
        if (form != null) {
            found.collect(form.getCOSArray(COSName.FIELDS), "", null, 0);
        }
        return found.fields;
    }

    private void collect(@Nullable COSArray array, String parent, @Nullable COSName type, int depth) {
        if (array == null || depth > MAX_DEPTH) {
            return;
        }
        for (int i = 0; i < array.size(); i++) {
            if (array.getObject(i) instanceof COSDictionary field && seen.add(field)) {
                String partial = field.getString(COSName.T);
                COSName own = field.getCOSName(COSName.FT);
                String name = partial == null ? parent : parent.isEmpty() ? partial : parent + "." + partial;
                COSName inherited = own == null ? type : own;
                COSArray kids = field.getCOSArray(COSName.KIDS);
                if (kids != null && holdsFields(kids)) {
                    collect(kids, name, inherited, depth + 1);
                } else {
                    fields.add(new Field(name, field, COSName.SIG.equals(inherited)));
                }
            }
        }
    }

    /** Kids without a name are only widgets of their parent. */
    private static boolean holdsFields(COSArray kids) {
        for (int i = 0; i < kids.size(); i++) {
            COSBase kid = kids.getObject(i);
            if (kid instanceof COSDictionary dictionary && dictionary.containsKey(COSName.T)) {
                return true;
            }
        }
        return false;
    }
}
