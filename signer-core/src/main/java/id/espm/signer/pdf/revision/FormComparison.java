package id.espm.signer.pdf.revision;

import id.espm.signer.pdf.revision.Change.Kind;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.jspecify.annotations.Nullable;

/** Compares the interactive form of two revisions (ISO 32000-2, 12.7): fields that were there, and fields that came. */
final class FormComparison {
    private static final int MAX_DEPTH = 32;
    private static final COSName SIG_FLAGS = COSName.getPDFName("SigFlags");
    private static final COSName NEED_APPEARANCES = COSName.getPDFName("NeedAppearances");
    private static final Set<COSName> SPECIAL =
            Set.of(COSName.FIELDS, SIG_FLAGS, COSName.DR, COSName.DA, NEED_APPEARANCES);

    private final RevisionPair pair;
    private final DeepComparison deep;
    private final List<Change> changes;
    private final FieldComparison fields;
    private final NewField newFields;
    private final Set<String> namesBefore = new HashSet<>();
    private final Set<COSObjectKey> seen = new HashSet<>();
    private final Set<COSObjectKey> newWidgets = new LinkedHashSet<>();

    FormComparison(RevisionPair pair, DeepComparison deep, List<Change> changes) {
        this.pair = pair;
        this.deep = deep;
        this.changes = changes;
        this.fields = new FieldComparison(pair, deep, changes);
        this.newFields = new NewField(pair, changes);
    }

    /** The annotations that came with new fields, so that pages may have them. */
    Set<COSObjectKey> newWidgets() {
        return newWidgets;
    }

    void compare(COSDictionary catalogBefore, COSDictionary catalogNow) {
        COSDictionary before = pair.dictionaryBefore(catalogBefore.getItem(COSName.ACRO_FORM));
        COSDictionary now = pair.dictionaryNow(catalogNow.getItem(COSName.ACRO_FORM));
        if (before == null && now == null) {
            return;
        }
        if (now == null) {
            changes.add(new Change(Kind.CONTENT, "the form was removed"));
            return;
        }
        COSDictionary form = before == null ? new COSDictionary() : before;
        collectNames(pair.arrayBefore(form.getItem(COSName.FIELDS)), "", 0);
        seen.clear();
        compareFields(form.getItem(COSName.FIELDS), now.getItem(COSName.FIELDS), Above.NOTHING, 0);
        compareRest(form, now);
    }

    private void collectNames(COSArray array, String above, int depth) {
        for (COSBase item : depth > MAX_DEPTH ? new COSArray() : array) {
            COSDictionary field = pair.dictionaryBefore(item);
            if (field != null && (!(item instanceof COSObject reference) || seen.add(reference.getKey()))) {
                String name = Above.join(above, field);
                namesBefore.add(name);
                collectNames(pair.arrayBefore(field.getItem(COSName.KIDS)), name, depth + 1);
            }
        }
    }

    private void compareRest(COSDictionary before, COSDictionary now) {
        for (COSName name : DeepComparison.names(before, now)) {
            boolean fine = SPECIAL.contains(name) || deep.same(before.getItem(name), now.getItem(name));
            if (!fine) {
                changes.add(new Change(Kind.UNEXPLAINED, "AcroForm /" + name.getName()));
            }
        }
        if (before.containsKey(COSName.DA) && !deep.same(before.getItem(COSName.DA), now.getItem(COSName.DA))) {
            changes.add(new Change(Kind.UNEXPLAINED, "AcroForm /DA"));
        }
        if (now.getBoolean(NEED_APPEARANCES, false) && !before.getBoolean(NEED_APPEARANCES, false)) {
            changes.add(new Change(Kind.UNEXPLAINED, "AcroForm /NeedAppearances"));
        }
        if (!resourcesGrew(before.getItem(COSName.DR), now.getItem(COSName.DR))) {
            changes.add(new Change(Kind.UNEXPLAINED, "AcroForm /DR"));
        }
    }

    /** Fields may be drawn with more fonts than before; those that were there must stay. */
    private boolean resourcesGrew(@Nullable COSBase before, @Nullable COSBase now) {
        COSDictionary then = pair.dictionaryBefore(before);
        COSDictionary current = pair.dictionaryNow(now);
        if (then == null) {
            return before == null;
        }
        return current != null
                && then.keySet().stream().allMatch(kind -> {
                    COSDictionary some = pair.dictionaryBefore(then.getItem(kind));
                    COSDictionary more = pair.dictionaryNow(current.getItem(kind));
                    if (some == null || more == null) {
                        return deep.same(then.getItem(kind), current.getItem(kind));
                    }
                    return some.keySet().stream().allMatch(n -> deep.same(some.getItem(n), more.getItem(n)));
                });
    }

    private void compareFields(@Nullable COSBase before, @Nullable COSBase now, Above above, int depth) {
        COSArray then = pair.arrayBefore(before);
        COSArray current = pair.arrayNow(now);
        Set<COSObjectKey> present = keys(current);
        Set<COSObjectKey> known = keys(then);
        if (present.size() != current.size() || known.size() != then.size() || depth > MAX_DEPTH) {
            if (depth > MAX_DEPTH || !deep.same(then, current)) {
                changes.add(new Change(Kind.UNEXPLAINED, "fields that stand in the form itself"));
            }
            return;
        }
        for (COSObjectKey key : known) {
            if (!present.contains(key)) {
                changes.add(new Change(Kind.CONTENT, "a field was removed"));
            } else if (seen.add(key)) {
                compareField(key, above, depth);
            }
        }
        present.removeAll(known);
        for (COSObjectKey key : present) {
            newWidgets.addAll(newFields.judge(key, above, namesBefore));
        }
    }

    private static Set<COSObjectKey> keys(COSArray array) {
        Set<COSObjectKey> keys = new LinkedHashSet<>();
        for (COSBase item : array) {
            if (item instanceof COSObject reference) {
                keys.add(reference.getKey());
            }
        }
        return keys;
    }

    private void compareField(COSObjectKey key, Above above, int depth) {
        pair.requireTime();
        COSDictionary before = pair.dictionaryBefore(pair.before(key));
        COSDictionary now = pair.dictionaryNow(pair.now(key));
        if (before == null || now == null) {
            if (pair.changed(key)) {
                changes.add(new Change(Kind.CONTENT, "field object " + key.getNumber()));
            }
            return;
        }
        Above own = above.and(before);
        COSArray kids = pair.arrayBefore(before.getItem(COSName.KIDS));
        COSArray kidsNow = pair.arrayNow(now.getItem(COSName.KIDS));
        if (holdsFields(kids) || (kids.size() == 0 && kidsNow.size() > 0)) {
            if (!deep.sameBut(before, now, Set.of(COSName.KIDS))) {
                changes.add(new Change(Kind.UNEXPLAINED, "field " + own.name()));
            }
            compareFields(kids, kidsNow, own, depth + 1);
        } else {
            fields.compare(own, before, now);
        }
    }

    /** Kids without a name are only widgets of their parent. */
    private boolean holdsFields(COSArray kids) {
        for (COSBase kid : kids) {
            COSDictionary field = pair.dictionaryBefore(kid);
            if (field != null && field.containsKey(COSName.T)) {
                return true;
            }
        }
        return false;
    }
}
