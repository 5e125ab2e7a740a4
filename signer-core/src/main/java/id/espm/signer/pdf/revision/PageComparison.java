package id.espm.signer.pdf.revision;

import id.espm.signer.pdf.revision.Change.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.jspecify.annotations.Nullable;

/** Compares the pages of two revisions (ISO 32000-2, 7.7.3): what they show stays, and only annotations may join them. */
final class PageComparison {
    static final int MAX_DEPTH = 64;
    private static final Set<COSName> FREE =
            Set.of(COSName.ANNOTS, COSName.getPDFName("LastModified"), COSName.getPDFName("Tabs"));
    private static final Set<COSName> NODE_PARTS = Set.of(COSName.KIDS);

    private final RevisionPair pair;
    private final List<Change> changes;
    private final List<COSObjectKey> pages = new ArrayList<>();
    private final Set<COSObjectKey> nodes = new HashSet<>();
    private final Set<COSObjectKey> annotations = new HashSet<>();

    PageComparison(RevisionPair pair, List<Change> changes) {
        this.pair = pair;
        this.changes = changes;
    }

    /** Finds pages, nodes and annotations of the earlier revision, where references to them end. */
    void find(COSDictionary catalog, Set<COSObjectKey> ends) {
        collect(catalog.getItem(COSName.PAGES), 0);
        ends.addAll(pages);
        ends.addAll(nodes);
        ends.addAll(annotations);
    }

    private void collect(@Nullable COSBase item, int depth) {
        if (!(item instanceof COSObject reference) || depth > MAX_DEPTH) {
            changes.add(new Change(Kind.UNEXPLAINED, "a page tree that is not in order"));
            return;
        }
        COSDictionary node = pair.dictionaryBefore(reference);
        if (node == null || nodes.contains(reference.getKey())) {
            return;
        }
        pair.requireTime();
        if (node.containsKey(COSName.KIDS)) {
            nodes.add(reference.getKey());
            pair.arrayBefore(node.getItem(COSName.KIDS)).forEach(kid -> collect(kid, depth + 1));
            return;
        }
        pages.add(reference.getKey());
        for (COSBase annotation : pair.arrayBefore(node.getItem(COSName.ANNOTS))) {
            if (annotation instanceof COSObject one) {
                annotations.add(one.getKey());
            }
        }
    }

    /**
     * Compares page by page.
     *
     * @param fields     fields and their widgets, which are compared elsewhere
     * @param newWidgets annotations that came with fields that may come
     */
    void compare(DeepComparison deep, Set<COSObjectKey> fields, Set<COSObjectKey> newWidgets) {
        for (COSObjectKey key : nodes) {
            COSDictionary before = pair.dictionaryBefore(pair.before(key));
            COSDictionary now = pair.dictionaryNow(pair.now(key));
            if (before == null
                    || now == null
                    || !deep.sameBut(before, now, NODE_PARTS)
                    || !sameKids(
                            pair.arrayBefore(before.getItem(COSName.KIDS)), pair.arrayNow(now.getItem(COSName.KIDS)))) {
                changes.add(new Change(Kind.CONTENT, "the tree of pages"));
            }
        }
        for (int i = 0; i < pages.size(); i++) {
            comparePage(i + 1, pages.get(i), deep, fields, newWidgets);
        }
    }

    private static boolean sameKids(COSArray before, COSArray now) {
        if (before.size() != now.size()) {
            return false;
        }
        for (int i = 0; i < before.size(); i++) {
            if (!(before.get(i) instanceof COSObject then)
                    || !(now.get(i) instanceof COSObject current)
                    || !then.getKey().equals(current.getKey())) {
                return false;
            }
        }
        return true;
    }

    private void comparePage(
            int number, COSObjectKey key, DeepComparison deep, Set<COSObjectKey> fields, Set<COSObjectKey> newWidgets) {
        COSDictionary before = pair.dictionaryBefore(pair.before(key));
        COSDictionary now = pair.dictionaryNow(pair.now(key));
        if (before == null || now == null) {
            changes.add(new Change(Kind.CONTENT, "page " + number));
            return;
        }
        for (COSName name : DeepComparison.names(before, now)) {
            if (!FREE.contains(name) && !deep.same(before.getItem(name), now.getItem(name))) {
                changes.add(new Change(Kind.CONTENT, "page " + number + " /" + name.getName()));
            }
        }
        compareAnnotations(number, before, now, deep, fields, newWidgets);
    }

    private void compareAnnotations(
            int number,
            COSDictionary pageBefore,
            COSDictionary pageNow,
            DeepComparison deep,
            Set<COSObjectKey> fields,
            Set<COSObjectKey> newWidgets) {
        COSArray before = pair.arrayBefore(pageBefore.getItem(COSName.ANNOTS));
        COSArray now = pair.arrayNow(pageNow.getItem(COSName.ANNOTS));
        String where = "page " + number;
        for (int i = 0; i < before.size(); i++) {
            if (i >= now.size() || !deep.same(before.get(i), now.get(i))) {
                changes.add(new Change(Kind.CONTENT, "an annotation of " + where + " was removed or changed"));
                return;
            }
            if (before.get(i) instanceof COSObject annotation && !fields.contains(annotation.getKey())) {
                compareAnnotation(where, annotation.getKey(), deep);
            }
        }
        for (int i = before.size(); i < now.size(); i++) {
            COSBase added = now.get(i);
            if (!(added instanceof COSObject reference) || !newWidgets.contains(reference.getKey())) {
                COSDictionary annotation = pair.dictionaryNow(added);
                boolean widget = annotation == null || COSName.WIDGET.equals(annotation.getCOSName(COSName.SUBTYPE));
                changes.add(new Change(
                        widget ? Kind.UNEXPLAINED : Kind.ANNOTATION,
                        where + " /" + (annotation == null ? "" : annotation.getNameAsString(COSName.SUBTYPE))));
            }
        }
    }

    private void compareAnnotation(String where, COSObjectKey key, DeepComparison deep) {
        COSDictionary before = pair.dictionaryBefore(pair.before(key));
        COSDictionary now = pair.dictionaryNow(pair.now(key));
        if (before == null || now == null) {
            if (pair.changed(key)) {
                changes.add(new Change(Kind.CONTENT, "an annotation of " + where));
            }
        } else if (!deep.sameBut(before, now, Set.of())) {
            changes.add(new Change(Kind.CONTENT, "an annotation of " + where));
        }
    }
}
