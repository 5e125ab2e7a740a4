package id.espm.signer.pdf.revision;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.jspecify.annotations.Nullable;

/**
 * Whether values of two revisions are the same with everything they refer to. References end at pages, annotations and fields,
 * which are compared by rules of their own.
 */
final class DeepComparison {
    private final RevisionPair pair;
    private final Set<COSObjectKey> ends;
    /** Objects that are known to be the same with all they refer to. */
    private final Set<COSObjectKey> clean = new HashSet<>();

    /** @param ends where references are not followed; may still grow until the first comparison */
    DeepComparison(RevisionPair pair, Set<COSObjectKey> ends) {
        this.pair = pair;
        this.ends = ends;
    }

    private record Couple(
            @Nullable COSBase before, @Nullable COSBase now) {}

    boolean same(@Nullable COSBase before, @Nullable COSBase now) {
        Deque<Couple> work = new ArrayDeque<>();
        Set<COSObjectKey> seen = new HashSet<>();
        work.push(new Couple(before, now));
        while (!work.isEmpty()) {
            pair.requireTime();
            if (!same(work.pop(), work, seen)) {
                return false;
            }
        }
        clean.addAll(seen);
        return true;
    }

    /** Whether two dictionaries are the same but for some of their entries. */
    boolean sameBut(COSDictionary before, COSDictionary now, Set<COSName> except) {
        return names(before, now).stream()
                .filter(name -> !except.contains(name))
                .allMatch(name -> same(before.getItem(name), now.getItem(name)));
    }

    static Set<COSName> names(COSDictionary before, COSDictionary now) {
        Set<COSName> names = new HashSet<>(before.keySet());
        names.addAll(now.keySet());
        return names;
    }

    private boolean same(Couple couple, Deque<Couple> work, Set<COSObjectKey> seen) {
        COSBase before = couple.before();
        COSBase now = couple.now();
        if (before instanceof COSObject first && now instanceof COSObject second) {
            COSObjectKey key = first.getKey();
            if (!key.equals(second.getKey())) {
                return false;
            }
            if (ends.contains(key) || clean.contains(key) || !seen.add(key)) {
                return true;
            }
            if (pair.changed(key)) {
                return sameDirect(pair.before(key), pair.now(key), work);
            }
            follow(pair.before(key), work);
            return true;
        }
        return sameDirect(pair.directBefore(before), pair.directNow(now), work);
    }

    /** What has not changed itself may refer to what has. */
    private static void follow(@Nullable COSBase unchanged, Deque<Couple> work) {
        Deque<COSBase> open = new ArrayDeque<>();
        for (COSBase value = unchanged; value != null; value = open.poll()) {
            if (value instanceof COSObject) {
                work.push(new Couple(value, value));
            } else if (value instanceof COSDictionary dictionary) {
                open.addAll(dictionary.getValues());
            } else if (value instanceof COSArray array) {
                array.forEach(open::add);
            }
        }
    }

    private boolean sameDirect(@Nullable COSBase before, @Nullable COSBase now, Deque<Couple> work) {
        if (before == null || now == null) {
            return before == null && now == null;
        }
        if (before instanceof COSDictionary first && now instanceof COSDictionary second) {
            boolean stream = before instanceof COSStream || now instanceof COSStream;
            if (stream && !sameData(before, now)) {
                return false;
            }
            names(first, second).forEach(name -> work.push(new Couple(first.getItem(name), second.getItem(name))));
            return true;
        }
        if (before instanceof COSArray first && now instanceof COSArray second) {
            for (int i = 0; i < first.size() && first.size() == second.size(); i++) {
                work.push(new Couple(first.get(i), second.get(i)));
            }
            return first.size() == second.size();
        }
        if (before instanceof COSNumber first && now instanceof COSNumber second) {
            return Float.compare(first.floatValue(), second.floatValue()) == 0
                    && first.longValue() == second.longValue();
        }
        return before.equals(now);
    }

    /** A stream that was written again is the same if its bytes are, undecoded. */
    private static boolean sameData(COSBase before, COSBase now) {
        if (!(before instanceof COSStream first) || !(now instanceof COSStream second)) {
            return false;
        }
        try (InputStream a = first.createRawInputStream();
                InputStream b = second.createRawInputStream()) {
            byte[] ours;
            do {
                ours = a.readNBytes(1 << 16);
                if (!Arrays.equals(ours, b.readNBytes(1 << 16))) {
                    return false;
                }
            } while (ours.length > 0);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
