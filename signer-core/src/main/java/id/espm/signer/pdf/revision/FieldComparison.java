package id.espm.signer.pdf.revision;

import id.espm.signer.pdf.revision.Change.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.jspecify.annotations.Nullable;

/** Compares a field that was there: what may be filled in was empty, and a signature stays as it is. */
final class FieldComparison {
    /** What drawing a widget anew changes. Its place, its actions and its flags are not among it. */
    private static final Set<COSName> DRAWN = names("AP", "AS", "MK", "M");

    private static final Set<COSName> FILLED = names("V", "RV", "I", "AP", "AS", "MK", "M", "DA", "DS", "Ff");
    private static final Set<COSName> SIGNED =
            names("V", "AP", "AS", "MK", "M", "DA", "DR", "Ff", "F", "Type", "DV", "BS", "Border", "P", "NM");
    private static final String OFF = "Off";
    private static final COSName READ_ONLY_FLAGS = COSName.FF;
    private static final int READ_ONLY = 1;
    private static final COSName RICH_VALUE = COSName.getPDFName("RV");
    /** Hidden or not printed (ISO 32000-2, table 167): invisible, hidden, no view, toggle. */
    private static final int HIDING = 1 | 2 | 32 | 256;

    private final RevisionPair pair;
    private final DeepComparison deep;
    private final List<Change> changes;

    FieldComparison(RevisionPair pair, DeepComparison deep, List<Change> changes) {
        this.pair = pair;
        this.deep = deep;
        this.changes = changes;
    }

    private static Set<COSName> names(String... names) {
        return Arrays.stream(names).map(COSName::getPDFName).collect(Collectors.toUnmodifiableSet());
    }

    void compare(Above field, COSDictionary before, COSDictionary now) {
        if (field.isSignature()) {
            compareSignature(field.name(), before, now);
        } else {
            compareValue(field.name(), before, now);
        }
    }

    private void compareSignature(String name, COSDictionary before, COSDictionary now) {
        boolean signed = pair.directBefore(before.getItem(COSName.V)) != null;
        boolean signedNow = pair.directNow(now.getItem(COSName.V)) != null;
        Set<COSName> free = !signed && signedNow ? SIGNED : Set.of();
        boolean same = deep.sameBut(before, now, free) && sameWidgets(before, now, free);
        if (signed && !same) {
            changes.add(new Change(Kind.CONTENT, "the signature in field " + name + " was changed"));
        } else if (!same || (signedNow && !signed && hides(before, now))) {
            changes.add(new Change(Kind.UNEXPLAINED, "field " + name));
        } else if (!signed && signedNow) {
            changes.add(new Change(Kind.SIGNATURE, name));
        }
    }

    private void compareValue(String name, COSDictionary before, COSDictionary now) {
        if (!deep.sameBut(before, now, FILLED) || !sameWidgets(before, now, DRAWN) || !flagsStay(before, now)) {
            changes.add(new Change(Kind.CONTENT, "field " + name));
            return;
        }
        boolean sameValue = deep.same(before.getItem(COSName.V), now.getItem(COSName.V))
                && deep.same(before.getItem(RICH_VALUE), now.getItem(RICH_VALUE));
        if (sameValue) {
            if (!deep.sameBut(before, now, Set.of()) || !sameWidgets(before, now, Set.of())) {
                changes.add(new Change(Kind.UNEXPLAINED, "field " + name + " looks different but has the same value"));
            }
            return;
        }
        boolean empty = isEmpty(pair.directBefore(before.getItem(COSName.V))) && !showedSomething(before);
        changes.add(new Change(empty ? Kind.FORM_FILLED : Kind.FORM_REPLACED, name));
    }

    private boolean sameWidgets(COSDictionary before, COSDictionary now, Set<COSName> free) {
        COSArray widgets = pair.arrayBefore(before.getItem(COSName.KIDS));
        COSArray widgetsNow = pair.arrayNow(now.getItem(COSName.KIDS));
        if (widgets.size() != widgetsNow.size()) {
            return false;
        }
        for (int i = 0; i < widgets.size(); i++) {
            COSDictionary widget = pair.dictionaryBefore(widgets.get(i));
            COSDictionary widgetNow = pair.dictionaryNow(widgetsNow.get(i));
            if (!deep.same(widgets.get(i), widgetsNow.get(i))
                    || widget == null
                    || widgetNow == null
                    || !deep.sameBut(widget, widgetNow, free)) {
                return false;
            }
        }
        return true;
    }

    /** Nothing but the flag that the field is not to be edited any more may come (ISO 32000-2, table 227). */
    private static boolean flagsStay(COSDictionary before, COSDictionary now) {
        int then = before.getInt(READ_ONLY_FLAGS, 0);
        int current = now.getInt(READ_ONLY_FLAGS, 0);
        return then == current || (then | READ_ONLY) == current;
    }

    private static boolean hides(COSDictionary before, COSDictionary now) {
        return (now.getInt(COSName.F, 0) & ~before.getInt(COSName.F, 0) & HIDING) != 0;
    }

    private static boolean isEmpty(@Nullable COSBase value) {
        return value == null
                || (value instanceof COSString text && text.getBytes().length == 0)
                || (value instanceof COSName name && name.getName().equals(OFF))
                || (value instanceof COSArray array && array.size() == 0);
    }

    /** Without a value a field may still have shown something, which filling it in takes away. */
    private boolean showedSomething(COSDictionary field) {
        if (AppearanceText.isShown(pair, field)) {
            return true;
        }
        for (COSBase widget : pair.arrayBefore(field.getItem(COSName.KIDS))) {
            COSDictionary kid = pair.dictionaryBefore(widget);
            if (kid == null || AppearanceText.isShown(pair, kid)) {
                return true;
            }
        }
        return false;
    }
}
