package id.espm.signer.pdf;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSStream;
import org.jspecify.annotations.Nullable;

/** Compares objects of two revisions of a PDF. References are the same if they name the same object; none is followed. */
final class PdfObjects {
    private static final int MAX_DEPTH = 100;

    private PdfObjects() {}

    /** Whether two values are the same. Streams never are: who rewrites one has a reason. */
    static boolean same(@Nullable COSBase a, @Nullable COSBase b) {
        return same(a, b, 0);
    }

    /** Whether two dictionaries are the same but for some of their entries. */
    static boolean sameBut(COSDictionary a, COSDictionary b, Set<COSName> except) {
        return sameBut(a, b, except, 0);
    }

    private static boolean same(@Nullable COSBase a, @Nullable COSBase b, int depth) {
        if (a == null || b == null || depth > MAX_DEPTH) {
            return a == null && b == null;
        }
        if (a instanceof COSObject first && b instanceof COSObject second) {
            return first.getKey() != null && first.getKey().equals(second.getKey());
        }
        if (a instanceof COSStream || b instanceof COSStream || a instanceof COSObject || b instanceof COSObject) {
            return false;
        }
        if (a instanceof COSDictionary first && b instanceof COSDictionary second) {
            return sameBut(first, second, Set.of(), depth);
        }
        if (a instanceof COSArray first && b instanceof COSArray second) {
            return first.size() == second.size() && beginsWith(second, first, depth);
        }
        return a.equals(b);
    }

    private static boolean sameBut(COSDictionary a, COSDictionary b, Set<COSName> except, int depth) {
        Set<COSName> names = new HashSet<>(a.keySet());
        names.addAll(b.keySet());
        names.removeAll(except);
        return names.stream().allMatch(name -> same(a.getItem(name), b.getItem(name), depth + 1));
    }

    private static boolean beginsWith(COSArray whole, COSArray start, int depth) {
        if (whole.size() < start.size()) {
            return false;
        }
        for (int i = 0; i < start.size(); i++) {
            if (!same(start.get(i), whole.get(i), depth + 1)) {
                return false;
            }
        }
        return true;
    }

    /**
     * What was added at the end of a list.
     *
     * @param before an array, a reference to one, or nothing
     * @param now    the same later
     * @return references only; empty if anything else changed
     */
    static Optional<List<COSObject>> additions(@Nullable COSBase before, @Nullable COSBase now) {
        COSArray start = before == null ? new COSArray() : array(before);
        COSArray whole = now == null ? new COSArray() : array(now);
        if (start == null || whole == null || !beginsWith(whole, start, 0)) {
            return Optional.empty();
        }
        List<COSObject> added = new ArrayList<>();
        for (int i = start.size(); i < whole.size(); i++) {
            if (!(whole.get(i) instanceof COSObject reference) || reference.getKey() == null) {
                return Optional.empty();
            }
            added.add(reference);
        }
        return Optional.of(added);
    }

    private static @Nullable COSArray array(COSBase value) {
        COSBase direct = value instanceof COSObject reference ? reference.getObject() : value;
        return direct instanceof COSArray array ? array : null;
    }

    /** Whether a value refers to one of these objects, by itself and not through others. */
    static boolean refersTo(@Nullable COSBase value, Set<Long> numbers) {
        return refersTo(value, numbers, 0);
    }

    private static boolean refersTo(@Nullable COSBase value, Set<Long> numbers, int depth) {
        if (depth > MAX_DEPTH) {
            return true;
        }
        if (value instanceof COSObject reference) {
            return reference.getKey() == null
                    || numbers.contains(reference.getKey().getNumber());
        }
        if (value instanceof COSDictionary dictionary) {
            return dictionary.keySet().stream()
                    .anyMatch(name -> refersTo(dictionary.getItem(name), numbers, depth + 1));
        }
        if (value instanceof COSArray array) {
            for (int i = 0; i < array.size(); i++) {
                if (refersTo(array.get(i), numbers, depth + 1)) {
                    return true;
                }
            }
        }
        return false;
    }
}
