package id.espm.signer.pdf.revision;

import id.espm.signer.pdf.structure.StreamText;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;

/** Whether the appearance of a widget shows text or pictures, as far as its operators tell without drawing it. */
final class AppearanceText {
    private static final int MOST = 1 << 18;
    /** Operators that show text, pictures, shadings or forms (ISO 32000-2, table 50). */
    private static final Pattern SHOWING = Pattern.compile("(?:^|[\\s)\\]>])(?:Tj|TJ|'|\"|Do|sh|BI)(?=\\s|$)");

    private AppearanceText() {}

    /** Whether the normal appearance of the earlier revision shows something, or cannot be read. A button's states are pictures of its value. */
    static boolean isShown(RevisionPair pair, COSDictionary widget) {
        COSDictionary appearances = pair.dictionaryBefore(widget.getItem(COSName.AP));
        COSBase normal = appearances == null ? null : pair.directBefore(appearances.getItem(COSName.N));
        if (!(normal instanceof COSStream stream)) {
            return false;
        }
        return StreamText.of(stream, MOST, StandardCharsets.ISO_8859_1)
                .map(operators -> SHOWING.matcher(operators).find())
                .orElse(true);
    }
}
