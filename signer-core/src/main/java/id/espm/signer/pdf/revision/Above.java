package id.espm.signer.pdf.revision;

import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;

/**
 * What a field has from the fields above it (ISO 32000-2, 12.7.4.1).
 *
 * @param name the full name
 * @param type {@code /FT}, or an empty text
 */
record Above(String name, String type) {
    static final Above NOTHING = new Above("", "");

    Above and(COSDictionary field) {
        String own = field.getNameAsString(COSName.FT);
        return new Above(join(name, field), own == null ? type : own);
    }

    static String join(String above, COSDictionary field) {
        String partial = field.getString(COSName.T);
        if (partial == null) {
            return above;
        }
        return above.isEmpty() ? partial : above + "." + partial;
    }

    boolean isSignature() {
        return type.equals("Sig");
    }
}
