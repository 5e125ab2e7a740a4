package id.espm.signer.pdf.structure;

import java.io.IOException;
import java.util.Optional;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;

/** A cross-reference stream (ISO 32000-2, 7.5.8), decoded. */
final class XrefStream implements XrefSection {
    private static final int FREE = 0;
    private static final int AT = 1;
    private static final int WITHIN = 2;
    private static final int MAX_WIDTH = Long.BYTES;

    private final COSDictionary dictionary;
    private final byte[] data;
    private final int[] widths = new int[3];
    private final int entry;
    /** Pairs of first object number and count. */
    private final long[] index;

    XrefStream(COSDictionary dictionary, byte[] data) throws Unusual {
        this.dictionary = dictionary;
        this.data = data;
        COSArray w = dictionary.getCOSArray(COSName.W);
        if (w == null || w.size() != widths.length) {
            throw new Unusual("the widths of a cross-reference stream");
        }
        for (int i = 0; i < widths.length; i++) {
            widths[i] = w.getInt(i, -1);
            if (widths[i] < 0 || widths[i] > MAX_WIDTH) {
                throw new Unusual("the widths of a cross-reference stream");
            }
        }
        this.entry = widths[0] + widths[1] + widths[2];
        this.index = index(dictionary);
        long entries = 0;
        for (int i = 1; i < index.length; i += 2) {
            entries += index[i];
        }
        if (widths[1] == 0 || entries * entry > data.length) {
            throw new Unusual("a cross-reference stream that is too short");
        }
    }

    private static long[] index(COSDictionary dictionary) throws Unusual {
        COSArray array = dictionary.getCOSArray(COSName.INDEX);
        if (array == null) {
            return new long[] {0, dictionary.getLong(COSName.SIZE)};
        }
        long[] index = new long[array.size()];
        for (int i = 0; i < index.length; i++) {
            index[i] = array.getInt(i, -1);
            if (index[i] < 0 || index.length % 2 != 0) {
                throw new Unusual("the index of a cross-reference stream");
            }
        }
        return index;
    }

    @Override
    public COSDictionary trailer() {
        return dictionary;
    }

    @Override
    public long size() {
        long size = 0;
        for (int i = 1; i < index.length; i += 2) {
            size += index[i];
        }
        return size;
    }

    @Override
    public void forEach(Listing listing) throws IOException {
        int position = 0;
        for (int i = 0; i < index.length; i += 2) {
            for (long j = 0; j < index[i + 1]; j++) {
                listing.take(index[i] + j, entry(position));
                position += entry;
            }
        }
    }

    @Override
    public long end() {
        long end = 0;
        for (int i = 0; i < index.length; i += 2) {
            end = Math.max(end, index[i] + index[i + 1]);
        }
        return end;
    }

    @Override
    public Optional<Entry> find(long number) throws Unusual {
        long before = 0;
        for (int i = 0; i < index.length; i += 2) {
            long at = number - index[i];
            if (at >= 0 && at < index[i + 1]) {
                return Optional.of(entry((int) ((before + at) * entry)));
            }
            before += index[i + 1];
        }
        return Optional.empty();
    }

    private Entry entry(int position) throws Unusual {
        long type = widths[0] == 0 ? AT : number(position, widths[0]);
        long second = number(position + widths[0], widths[1]);
        long third = number(position + widths[0] + widths[1], widths[2]);
        if (second < 0 || third < 0 || third > Integer.MAX_VALUE) {
            throw new Unusual("an entry of a cross-reference stream");
        }
        if (type == FREE) {
            return new Free();
        }
        if (type == AT) {
            return new At(second, (int) third);
        }
        if (type == WITHIN) {
            return new Within(second, (int) third);
        }
        throw new Unusual("an entry of type " + type);
    }

    private long number(int position, int width) {
        long value = 0;
        for (int i = 0; i < width; i++) {
            value = (value << 8) | (data[position + i] & 0xff);
        }
        return value;
    }
}
