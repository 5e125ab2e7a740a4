package id.espm.signer.pdf;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;

/** The objects of one incremental update: which are replaced, which are new (ISO 32000-2, 7.5.6). */
final class UpdateObjects {
    private final Map<COSObjectKey, COSBase> waiting = new LinkedHashMap<>();
    private final Deque<COSObjectKey> order = new ArrayDeque<>();
    private final IdentityHashMap<COSBase, COSObject> added = new IdentityHashMap<>();
    private long next;

    /** @param firstNumber the first object number that is not in use */
    UpdateObjects(long firstNumber) {
        this.next = firstNumber;
    }

    /** Adds an object, once, and gives the reference to it. */
    COSObject add(COSBase value) {
        return added.computeIfAbsent(value, v -> {
            COSObjectKey key = new COSObjectKey(next++, 0);
            enqueue(key, v);
            return new COSObject(v, key);
        });
    }

    /** A number for an object that is written elsewhere. */
    COSObjectKey reserve() {
        return new COSObjectKey(next++, 0);
    }

    /** Replaces an object of the document by what it is now. */
    void replace(COSObjectKey key, COSBase value) {
        if (!waiting.containsKey(key)) {
            enqueue(key, value);
        }
    }

    private void enqueue(COSObjectKey key, COSBase value) {
        waiting.put(key, value);
        order.add(key);
    }

    /** What {@link #poll} gives. */
    record Entry(COSObjectKey key, COSBase value) {}

    boolean hasNext() {
        return !order.isEmpty();
    }

    /** The next object to be written; writing one may add others. */
    Entry poll() {
        COSObjectKey key = order.remove();
        return new Entry(key, Objects.requireNonNull(waiting.get(key)));
    }

    /** One more than the highest number. */
    long end() {
        return next;
    }
}
