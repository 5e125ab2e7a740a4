package id.espm.signer.pdf.revision;

import java.util.Map;
import java.util.Objects;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNull;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.jspecify.annotations.Nullable;

/**
 * Two revisions of one file, of which the earlier is the beginning of the later, byte for byte: an object that both find at the
 * same place is the same, and refers to the same numbers.
 */
final class RevisionPair {
    private final COSDocument before;
    private final COSDocument now;
    private final Map<COSObjectKey, Long> placesBefore;
    private final Map<COSObjectKey, Long> placesNow;
    private final long deadline;

    /** @param deadline by {@link WorkTime#now()} */
    RevisionPair(COSDocument before, COSDocument now, long deadline) {
        this.before = before;
        this.now = now;
        this.placesBefore = before.getXrefTable();
        this.placesNow = now.getXrefTable();
        this.deadline = deadline;
    }

    /** @throws TooMuch if the time is over */
    void requireTime() {
        TooMuch.after(deadline);
    }

    /** Whether an object stands elsewhere, came or went. */
    boolean changed(COSObjectKey key) {
        Long then = placesBefore.get(key);
        Long current = placesNow.get(key);
        if (!Objects.equals(then, current)) {
            return true;
        }
        // A negative place is an object stream's number.
        return then != null && then < 0 && !sameContainer(-then);
    }

    private boolean sameContainer(long number) {
        COSObjectKey container = new COSObjectKey(number, 0);
        return Objects.equals(placesBefore.get(container), placesNow.get(container));
    }

    /** Whether there was such an object, whatever its generation. */
    boolean existed(COSObjectKey key) {
        return placesBefore.containsKey(key);
    }

    @Nullable
    COSBase before(COSObjectKey key) {
        return orNothing(before.getObjectFromPool(key).getObject());
    }

    @Nullable
    COSBase now(COSObjectKey key) {
        return orNothing(now.getObjectFromPool(key).getObject());
    }

    /** The value itself, in the earlier revision where it is a reference. */
    @Nullable
    COSBase directBefore(@Nullable COSBase value) {
        return value instanceof COSObject reference ? before(reference.getKey()) : orNothing(value);
    }

    /** The value itself, in the later revision where it is a reference. */
    @Nullable
    COSBase directNow(@Nullable COSBase value) {
        return value instanceof COSObject reference ? now(reference.getKey()) : orNothing(value);
    }

    @Nullable
    COSDictionary dictionaryBefore(@Nullable COSBase value) {
        return dictionary(directBefore(value));
    }

    @Nullable
    COSDictionary dictionaryNow(@Nullable COSBase value) {
        return dictionary(directNow(value));
    }

    /** An array, or an empty one for anything else. */
    COSArray arrayBefore(@Nullable COSBase value) {
        return directBefore(value) instanceof COSArray array ? array : new COSArray();
    }

    /** An array, or an empty one for anything else. */
    COSArray arrayNow(@Nullable COSBase value) {
        return directNow(value) instanceof COSArray array ? array : new COSArray();
    }

    COSDictionary trailerBefore() {
        return before.getTrailer();
    }

    COSDictionary trailerNow() {
        return now.getTrailer();
    }

    @Nullable
    COSDictionary catalogBefore() {
        return dictionaryBefore(trailerBefore().getItem(COSName.ROOT));
    }

    @Nullable
    COSDictionary catalogNow() {
        return dictionaryNow(trailerNow().getItem(COSName.ROOT));
    }

    /** A stream is none: it could be a field and a picture at the same time. */
    private static @Nullable COSDictionary dictionary(@Nullable COSBase value) {
        return value instanceof COSDictionary dictionary && !(value instanceof COSStream) ? dictionary : null;
    }

    private static @Nullable COSBase orNothing(@Nullable COSBase value) {
        return value instanceof COSNull ? null : value;
    }
}
