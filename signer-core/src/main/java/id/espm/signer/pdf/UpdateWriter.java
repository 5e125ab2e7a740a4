package id.espm.signer.pdf;

import id.espm.signer.pdf.OpenedPdf.Tail;
import id.espm.signer.pdf.UpdateObjects.Entry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSString;

/** Writes an incremental update with a signature in it (ISO 32000-2, 7.5.6 and 12.8.1). */
final class UpdateWriter {
    private static final int RANGE_DIGITS = 11;
    private static final int ID_LENGTH = 16;

    private final OpenedPdf pdf;
    private final long originalSize;
    private final UpdateObjects objects;
    /** The objects but for the signature dictionary, written once. */
    private final ByteArrayOutputStream body = new ByteArrayOutputStream(1 << 13);

    private final Map<COSObjectKey, Long> positions = new TreeMap<>();

    UpdateWriter(OpenedPdf pdf, long originalSize, UpdateObjects objects) throws IOException {
        this.pdf = pdf;
        this.originalSize = originalSize;
        this.objects = objects;
        body.write('\n');
        ObjectWriter writer = new ObjectWriter(body, objects, pdf.encryption());
        while (objects.hasNext()) {
            Entry entry = objects.poll();
            positions.put(entry.key(), position(body));
            writer.indirect(entry.key(), entry.value());
        }
    }

    /**
     * Writes the update with room for a signature value.
     *
     * @param dictionary the signature dictionary, without range and value
     * @param room       for how many bytes
     * @param identifier what makes this revision another one in the file's identifier
     */
    SignedUpdate write(COSObjectKey key, COSDictionary dictionary, int room, byte[] identifier) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream(body.size() + 2 * room + (1 << 12));
        out.writeBytes(body.toByteArray());
        long position = position(out);
        ObjectWriter writer = new ObjectWriter(out, objects, pdf.encryption());
        writer.text(key.getNumber() + " " + key.getGeneration() + " obj\n<<");
        for (Map.Entry<COSName, COSBase> entry : dictionary.entrySet()) {
            entry.getKey().writePDF(out);
            out.write(' ');
            writer.value(entry.getValue(), key);
            out.write('\n');
        }
        writer.text("/ByteRange ");
        int range = out.size();
        writer.text(" ".repeat(3 * RANGE_DIGITS + "[0   ]".length()));
        writer.text("\n/Contents ");
        int gapStart = out.size();
        writer.text("<" + "0".repeat(2 * room) + ">");
        int gapEnd = out.size();
        writer.text(">>\nendobj\n");
        Map<COSObjectKey, Long> all = new TreeMap<>(positions);
        all.put(key, position);
        new XrefWriter(out, originalSize - pdf.tail().header(), pdf.tail(), trailer(identifier), objects.end())
                .write(all);
        return finish(out.toByteArray(), range, gapStart, gapEnd);
    }

    /** Where the next byte will stand, counted from the header. */
    private long position(ByteArrayOutputStream out) {
        return originalSize - pdf.tail().header() + out.size();
    }

    private SignedUpdate finish(byte[] update, int range, int gapStart, int gapEnd) {
        String text = String.format(
                Locale.ROOT, "[0 %d %d %d]", originalSize + gapStart, originalSize + gapEnd, update.length - gapEnd);
        byte[] ascii = text.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(ascii, 0, update, range, ascii.length);
        return new SignedUpdate(update, gapStart, gapEnd);
    }

    /** The trailer of the update: what the newest one says, but for what concerns its own section (ISO 32000-2, table 15). */
    private COSDictionary trailer(byte[] identifier) {
        Tail tail = pdf.tail();
        COSDictionary trailer = new COSDictionary();
        for (COSName key : new COSName[] {COSName.ROOT, COSName.INFO, COSName.ENCRYPT}) {
            Optional.ofNullable(pdf.trailer().getItem(key)).ifPresent(value -> trailer.setItem(key, value));
        }
        identifiers(identifier).ifPresent(id -> trailer.setItem(COSName.ID, id));
        tail.previous().ifPresent(position -> trailer.setLong(COSName.PREV, position));
        return trailer;
    }

    /** The first identifier stays, the second is new (ISO 32000-2, 14.4); the key of an encrypted file depends on what stands there. */
    private Optional<COSBase> identifiers(byte[] identifier) {
        COSBase stated = pdf.trailer().getItem(COSName.ID);
        if (pdf.trailer().containsKey(COSName.ENCRYPT)) {
            return Optional.ofNullable(stated);
        }
        COSArray before = pdf.trailer().getCOSArray(COSName.ID);
        COSString revision = new COSString(Arrays.copyOf(identifier, ID_LENGTH), true);
        COSArray identifiers = new COSArray();
        boolean known = before != null && before.size() > 0 && before.getObject(0) instanceof COSString;
        identifiers.add(known ? new COSString(((COSString) before.getObject(0)).getBytes(), true) : revision);
        identifiers.add(revision);
        return Optional.of(identifiers);
    }
}
