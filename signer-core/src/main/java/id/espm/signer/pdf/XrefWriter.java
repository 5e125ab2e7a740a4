package id.espm.signer.pdf;

import id.espm.signer.pdf.OpenedPdf.Tail;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObjectKey;

/** Writes the cross-reference section of an update, as a table or as a stream (ISO 32000-2, 7.5.4 and 7.5.8). */
final class XrefWriter {
    private static final int FREE = 0;
    private static final int AT = 1;
    private static final int WITHIN = 2;
    private static final int THIRD_WIDTH = 4;
    private static final int MAX_GENERATION = 65535;

    private final ByteArrayOutputStream out;
    private final ObjectWriter writer;
    private final long base;
    private final Tail tail;
    private final COSDictionary trailer;
    private final long nextNumber;

    /** An entry: its type, then position and generation, or object stream and index. */
    private record Entry(int type, long second, int third) {}

    /**
     * @param base       where the first byte of the update will stand, counted from the header
     * @param nextNumber the first number that the document does not use after the update
     */
    XrefWriter(ByteArrayOutputStream out, long base, Tail tail, COSDictionary trailer, long nextNumber) {
        this.out = out;
        // References and numbers only: nothing here is encrypted (ISO 32000-2, 7.5.8.2).
        this.writer = new ObjectWriter(out, new UpdateObjects(nextNumber), Optional.empty());
        this.base = base;
        this.tail = tail;
        this.trailer = trailer;
        this.nextNumber = nextNumber;
    }

    void write(Map<COSObjectKey, Long> update) throws IOException {
        long start = base + out.size();
        SortedMap<Long, Entry> entries = new TreeMap<>();
        if (tail.repaired()) {
            entries.put(0L, new Entry(FREE, 0, MAX_GENERATION));
            tail.rebuilt().forEach((key, position) -> entries.put(key.getNumber(), entry(key, position)));
        }
        update.forEach((key, position) -> entries.put(key.getNumber(), new Entry(AT, position, key.getGeneration())));
        if (tail.xrefStream()) {
            entries.put(nextNumber, new Entry(AT, start, 0));
            stream(entries);
        } else {
            table(entries);
        }
        writer.text("startxref\n" + start + "\n%%EOF\n");
    }

    private static Entry entry(COSObjectKey key, long position) {
        return position < 0
                ? new Entry(WITHIN, -position, Math.max(key.getStreamIndex(), 0))
                : new Entry(AT, position, key.getGeneration());
    }

    /** Runs of numbers that follow each other. */
    private static List<SortedMap<Long, Entry>> runs(SortedMap<Long, Entry> entries) {
        List<SortedMap<Long, Entry>> runs = new ArrayList<>();
        for (Map.Entry<Long, Entry> entry : entries.entrySet()) {
            if (runs.isEmpty() || runs.getLast().lastKey() + 1 != entry.getKey()) {
                runs.add(new TreeMap<>());
            }
            runs.getLast().put(entry.getKey(), entry.getValue());
        }
        return runs;
    }

    private void table(SortedMap<Long, Entry> entries) throws IOException {
        writer.text("xref\n");
        for (SortedMap<Long, Entry> run : runs(entries)) {
            writer.text(run.firstKey() + " " + run.size() + "\n");
            for (Entry e : run.values()) {
                writer.text(String.format(
                        Locale.ROOT, "%010d %05d %s \n", e.second(), e.third(), e.type() == FREE ? "f" : "n"));
            }
        }
        trailer.setLong(COSName.SIZE, nextNumber);
        writer.text("trailer\n");
        writer.value(trailer, new COSObjectKey(0, 0));
        writer.text("\n");
    }

    private void stream(SortedMap<Long, Entry> entries) throws IOException {
        int width = (Long.SIZE - Long.numberOfLeadingZeros(base + out.size()) + 7) / 8;
        COSArray index = new COSArray();
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        for (SortedMap<Long, Entry> run : runs(entries)) {
            index.add(COSInteger.get(run.firstKey()));
            index.add(COSInteger.get(run.size()));
            for (Entry e : run.values()) {
                data.write(e.type());
                number(data, e.second(), width);
                number(data, e.third(), THIRD_WIDTH);
            }
        }
        trailer.setItem(COSName.TYPE, COSName.XREF);
        trailer.setLong(COSName.SIZE, nextNumber + 1);
        trailer.setItem(COSName.INDEX, index);
        trailer.setItem(COSName.W, COSArray.ofCOSIntegers(List.of(1, width, THIRD_WIDTH)));
        trailer.setInt(COSName.LENGTH, data.size());
        writer.text(nextNumber + " 0 obj\n");
        writer.value(trailer, new COSObjectKey(nextNumber, 0));
        writer.text("\nstream\n");
        out.writeBytes(data.toByteArray());
        writer.text("\nendstream\nendobj\n");
    }

    private static void number(ByteArrayOutputStream out, long value, int width) {
        for (int shift = 8 * (width - 1); shift >= 0; shift -= 8) {
            out.write((int) (value >>> shift));
        }
    }
}
