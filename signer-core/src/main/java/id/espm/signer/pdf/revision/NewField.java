package id.espm.signer.pdf.revision;

import id.espm.signer.pdf.revision.Change.Kind;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.cos.COSObjectKey;
import org.jspecify.annotations.Nullable;

/**
 * A field that came with a later revision. It may be one for a signature, of which nothing is drawn outside its rectangle, nothing
 * happens by itself, and which does not lie over a large part of the page.
 */
final class NewField {
    private static final Set<String> KEYS = Set.of(
            "Type",
            "Subtype",
            "FT",
            "T",
            "TU",
            "TM",
            "V",
            "P",
            "Rect",
            "F",
            "Ff",
            "AP",
            "AS",
            "MK",
            "DA",
            "DR",
            "Q",
            "Lock",
            "SV",
            "Parent",
            "BS",
            "Border",
            "H",
            "M",
            "NM",
            "StructParent",
            "Contents",
            "DV",
            "Lang");
    private static final COSName DOC_TIME_STAMP = COSName.getPDFName("DocTimeStamp");
    /** What a signature block may cover of its page; more could hide or replace what was signed. */
    private static final double MOST_OF_PAGE = 0.25;

    private final RevisionPair pair;
    private final List<Change> changes;

    NewField(RevisionPair pair, List<Change> changes) {
        this.pair = pair;
        this.changes = changes;
    }

    /**
     * Judges a field that came.
     *
     * @param namesBefore the full names of all fields that were there
     * @return the annotations that come with it; none if it is objected to
     */
    Set<COSObjectKey> judge(COSObjectKey key, Above above, Set<String> namesBefore) {
        COSDictionary field = pair.dictionaryNow(pair.now(key));
        Above own = field == null ? above : above.and(field);
        if (field == null || pair.existed(key)) {
            return objection(Kind.UNEXPLAINED, "field object " + key.getNumber() + " joined the form");
        }
        if (!own.isSignature()) {
            return objection(Kind.CONTENT, "a further field: " + own.name());
        }
        if (namesBefore.contains(own.name())) {
            return objection(Kind.CONTENT, "a second field of the name " + own.name());
        }
        if (!field.keySet().stream().allMatch(name -> KEYS.contains(name.getName()))) {
            return objection(Kind.UNEXPLAINED, "field " + own.name());
        }
        COSDictionary value = pair.dictionaryNow(field.getItem(COSName.V));
        boolean visible = hasArea(field);
        if (value == null) {
            if (field.containsKey(COSName.V) || (visible && field.containsKey(COSName.AP))) {
                return objection(Kind.UNEXPLAINED, "an unsigned field that is drawn: " + own.name());
            }
            changes.add(new Change(Kind.SIGNATURE_FIELD, own.name()));
        } else if (DOC_TIME_STAMP.equals(value.getCOSName(COSName.TYPE))) {
            if (visible) {
                return objection(Kind.UNEXPLAINED, "a document timestamp that is drawn: " + own.name());
            }
            changes.add(new Change(Kind.DOCUMENT_TIMESTAMP, own.name()));
        } else {
            if (visible && coversMuch(field)) {
                return objection(Kind.UNEXPLAINED, "a signature over much of the page: " + own.name());
            }
            changes.add(new Change(visible ? Kind.DRAWN_SIGNATURE : Kind.SIGNATURE, own.name()));
        }
        return Set.of(key);
    }

    private Set<COSObjectKey> objection(Kind kind, String what) {
        changes.add(new Change(kind, what));
        return Set.of();
    }

    private boolean hasArea(COSDictionary widget) {
        double[] sides = sides(widget.getItem(COSName.RECT));
        return sides[0] > 0 && sides[1] > 0;
    }

    private boolean coversMuch(COSDictionary widget) {
        COSDictionary page = pair.dictionaryNow(widget.getItem(COSName.P));
        double[] block = sides(widget.getItem(COSName.RECT));
        double[] whole = sides(inherited(page, COSName.CROP_BOX));
        if (whole[0] == 0) {
            whole = sides(inherited(page, COSName.MEDIA_BOX));
        }
        return page == null || block[0] * block[1] > MOST_OF_PAGE * whole[0] * whole[1];
    }

    private @Nullable COSBase inherited(@Nullable COSDictionary page, COSName name) {
        COSDictionary node = page;
        for (int i = 0; node != null && i < PageComparison.MAX_DEPTH; i++) {
            if (node.containsKey(name)) {
                return node.getItem(name);
            }
            node = pair.dictionaryNow(node.getItem(COSName.PARENT));
        }
        return null;
    }

    /** Width and height of a rectangle in the later revision; zero where it is none. */
    private double[] sides(@Nullable COSBase rectangle) {
        COSArray corners = pair.arrayNow(rectangle);
        double[] at = new double[4];
        for (int i = 0; i < 4 && corners.size() == 4; i++) {
            at[i] = pair.directNow(corners.get(i)) instanceof COSNumber number ? number.floatValue() : 0;
        }
        return new double[] {Math.abs(at[2] - at[0]), Math.abs(at[3] - at[1])};
    }
}
