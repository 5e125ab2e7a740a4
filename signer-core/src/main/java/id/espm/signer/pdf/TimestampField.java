package id.espm.signer.pdf;

import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.cos.COSObject;
import org.jspecify.annotations.Nullable;

/** The field of a document timestamp (ETSI EN 319 142-1, 5.4.3), which has a widget without any area, so that it draws nothing. */
final class TimestampField {
    private static final Set<String> FIELD_KEYS =
            Set.of("FT", "Type", "Subtype", "F", "Ff", "T", "V", "P", "Rect", "AP");
    private static final Set<String> VALUE_KEYS =
            Set.of("Type", "Filter", "SubFilter", "Contents", "ByteRange", "M", "Name", "V", "Prop_Build");
    private static final COSName DOC_TIME_STAMP = COSName.getPDFName("DocTimeStamp");
    private static final COSName RFC3161 = COSName.getPDFName(EmbeddedSignature.DOCUMENT_TIMESTAMP);

    private TimestampField() {}

    static boolean acceptable(@Nullable COSBase object) {
        if (!(object instanceof COSDictionary field)
                || !hasOnly(field, FIELD_KEYS)
                || !COSName.SIG.equals(field.getCOSName(COSName.FT))
                || !COSName.WIDGET.equals(field.getCOSName(COSName.SUBTYPE))
                || !hasNoArea(field.getCOSArray(COSName.RECT))) {
            return false;
        }
        COSDictionary value = field.getCOSDictionary(COSName.V);
        return value != null
                && hasOnly(value, VALUE_KEYS)
                && DOC_TIME_STAMP.equals(value.getCOSName(COSName.TYPE))
                && RFC3161.equals(value.getCOSName(COSName.SUB_FILTER));
    }

    private static boolean hasOnly(COSDictionary dictionary, Set<String> names) {
        return dictionary.keySet().stream().allMatch(name -> names.contains(name.getName()));
    }

    private static boolean hasNoArea(@Nullable COSArray rectangle) {
        return rectangle != null
                && rectangle.size() == 4
                && same(rectangle.get(0), rectangle.get(2))
                && same(rectangle.get(1), rectangle.get(3));
    }

    private static boolean same(COSBase a, COSBase b) {
        return !(a instanceof COSObject)
                && a instanceof COSNumber first
                && b instanceof COSNumber second
                && Float.compare(first.floatValue(), second.floatValue()) == 0;
    }
}
