package id.espm.signer.pdf.revision;

import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;

/**
 * Which fields a signature locks (ISO 32000-2, 12.8.2.4).
 *
 * @param action {@code All}, {@code Include} or {@code Exclude}; another locks what is named
 * @param names  the full names of the fields that it speaks of
 */
public record FieldLock(String action, List<String> names) {
    private static final COSName ACTION = COSName.getPDFName("Action");

    public FieldLock {
        names = List.copyOf(names);
    }

    /** The lock of transform parameters, or of a field's own lock dictionary. */
    public static FieldLock of(COSDictionary parameters) {
        COSArray array = parameters.getCOSArray(COSName.FIELDS);
        List<String> names = new ArrayList<>();
        for (int i = 0; array != null && i < array.size(); i++) {
            if (array.getObject(i) instanceof COSString name) {
                names.add(name.getString());
            }
        }
        return new FieldLock(String.valueOf(parameters.getNameAsString(ACTION)), names);
    }

    /** Whether a field is locked; a name stands for the fields below it too. */
    public boolean includes(String field) {
        boolean listed = names.stream().anyMatch(name -> field.equals(name) || field.startsWith(name + "."));
        return action.equals("All") || (action.equals("Exclude") ? !listed : listed);
    }
}
