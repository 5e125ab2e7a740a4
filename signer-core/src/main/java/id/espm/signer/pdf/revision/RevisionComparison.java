package id.espm.signer.pdf.revision;

import id.espm.signer.pdf.revision.Change.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.jspecify.annotations.Nullable;

/**
 * Finds what changed from one revision of a PDF to a later one. Both graphs are walked from their catalogs side by side, so that
 * an object is judged by every way in which it is reached: what may change as a field's appearance may not as a page's picture.
 */
public final class RevisionComparison {
    private static final int MAX_DEPTH = 32;
    private static final int MAX_OBJECTS = 250_000;
    private static final COSName DSS = COSName.getPDFName("DSS");
    private static final COSName EXTENSIONS = COSName.getPDFName("Extensions");
    private static final Set<COSName> ELSEWHERE = Set.of(COSName.PAGES, COSName.ACRO_FORM, DSS, EXTENSIONS);
    /** What decides on sight, or acts, when the document is opened. */
    private static final Set<COSName> CONTENT = Set.of(
            COSName.OCPROPERTIES, COSName.OPEN_ACTION, COSName.AA, COSName.getPDFName("NeedsRendering"), COSName.TYPE);

    private static final Set<COSName> DATES = Set.of(COSName.MOD_DATE, COSName.PRODUCER);

    private final RevisionPair pair;
    private final Set<COSObjectKey> ends = new HashSet<>();
    private final DeepComparison deep;
    private final List<Change> changes = new ArrayList<>();

    private RevisionComparison(RevisionPair pair) {
        this.pair = pair;
        this.deep = new DeepComparison(pair, ends);
    }

    /**
     * Compares.
     *
     * @param before   opened from the first bytes of the file
     * @param now      opened from more of the same file
     * @param deadline by {@link WorkTime#now()}
     * @throws TooMuch if it takes longer, or there are too many objects
     */
    public static List<Change> compare(COSDocument before, COSDocument now, long deadline) {
        if (now.getXrefTable().size() > MAX_OBJECTS) {
            throw new TooMuch();
        }
        RevisionComparison comparison = new RevisionComparison(new RevisionPair(before, now, deadline));
        comparison.compare();
        return List.copyOf(comparison.changes);
    }

    private void compare() {
        COSDictionary before = pair.catalogBefore();
        COSDictionary now = pair.catalogNow();
        if (before == null || now == null) {
            changes.add(new Change(Kind.CONTENT, "the catalog"));
            return;
        }
        for (COSDictionary trailer : new COSDictionary[] {pair.trailerBefore(), pair.trailerNow()}) {
            if (trailer.getItem(COSName.ROOT) instanceof COSObject root) {
                ends.add(root.getKey());
            }
        }
        Set<COSObjectKey> fields = new HashSet<>();
        COSDictionary form = pair.dictionaryBefore(before.getItem(COSName.ACRO_FORM));
        collectFields(form == null ? null : form.getItem(COSName.FIELDS), fields, 0);
        ends.addAll(fields);
        PageComparison pages = new PageComparison(pair, changes);
        pages.find(before, ends);
        compareCatalog(before, now);
        compareTrailer();
        FormComparison forms = new FormComparison(pair, deep, changes);
        forms.compare(before, now);
        pages.compare(deep, fields, forms.newWidgets());
    }

    private void collectFields(@Nullable COSBase array, Set<COSObjectKey> fields, int depth) {
        for (COSBase item : depth > MAX_DEPTH ? new COSArray() : pair.arrayBefore(array)) {
            COSDictionary field = pair.dictionaryBefore(item);
            if (field != null && item instanceof COSObject reference && fields.add(reference.getKey())) {
                collectFields(field.getItem(COSName.KIDS), fields, depth + 1);
            }
        }
    }

    private void compareCatalog(COSDictionary before, COSDictionary now) {
        for (COSName name : DeepComparison.names(before, now)) {
            if (!ELSEWHERE.contains(name) && !deep.same(before.getItem(name), now.getItem(name))) {
                changes.add(new Change(kind(name, before, now), "catalog /" + name.getName()));
            }
        }
        if (!isSameReference(before.getItem(COSName.PAGES), now.getItem(COSName.PAGES))) {
            changes.add(new Change(Kind.CONTENT, "another tree of pages"));
        }
        if (!deep.same(before.getItem(DSS), now.getItem(DSS))) {
            boolean fine = now.containsKey(DSS) && DssEntries.acceptable(pair.directNow(now.getItem(DSS)));
            changes.add(new Change(fine ? Kind.VALIDATION_DATA : Kind.UNEXPLAINED, "DSS"));
        }
        if (!deep.same(before.getItem(EXTENSIONS), now.getItem(EXTENSIONS))) {
            boolean fine = grew(before.getItem(EXTENSIONS), now.getItem(EXTENSIONS));
            changes.add(new Change(fine ? Kind.VALIDATION_DATA : Kind.UNEXPLAINED, "Extensions"));
        }
    }

    private Kind kind(COSName name, COSDictionary before, COSDictionary now) {
        COSBase then = pair.directBefore(before.getItem(name));
        COSBase current = pair.directNow(now.getItem(name));
        boolean bookkeeping = COSName.VERSION.equals(name)
                ? current instanceof COSName
                : COSName.METADATA.equals(name) && MetadataText.saysTheSame(then, current);
        return bookkeeping ? Kind.BOOKKEEPING : CONTENT.contains(name) ? Kind.CONTENT : Kind.UNEXPLAINED;
    }

    private static boolean isSameReference(@Nullable COSBase before, @Nullable COSBase now) {
        return before instanceof COSObject first
                && now instanceof COSObject second
                && first.getKey().equals(second.getKey());
    }

    /** Whether a dictionary has every entry that it had, and perhaps more. */
    private boolean grew(@Nullable COSBase before, @Nullable COSBase now) {
        COSDictionary then = pair.dictionaryBefore(before);
        COSDictionary current = pair.dictionaryNow(now);
        if (then == null) {
            return current != null;
        }
        return current != null
                && then.keySet().stream().allMatch(name -> deep.same(then.getItem(name), current.getItem(name)));
    }

    private void compareTrailer() {
        COSDictionary before = pair.trailerBefore();
        COSDictionary now = pair.trailerNow();
        if (!deep.same(before.getItem(COSName.ENCRYPT), now.getItem(COSName.ENCRYPT))) {
            changes.add(new Change(Kind.CONTENT, "encryption"));
        }
        COSDictionary info = pair.dictionaryBefore(before.getItem(COSName.INFO));
        COSDictionary infoNow = pair.dictionaryNow(now.getItem(COSName.INFO));
        COSDictionary then = info == null ? new COSDictionary() : info;
        COSDictionary current = infoNow == null ? new COSDictionary() : infoNow;
        for (COSName name : DeepComparison.names(then, current)) {
            if (!deep.same(then.getItem(name), current.getItem(name))) {
                Kind kind = DATES.contains(name) ? Kind.BOOKKEEPING : Kind.UNEXPLAINED;
                changes.add(new Change(kind, "document information /" + name.getName()));
            }
        }
    }
}
