package id.espm.signer.pdf;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.jspecify.annotations.Nullable;

/**
 * How much a document may ask for while it is parsed. Units stand for objects of about 50 bytes in memory; their number goes by
 * the heap, for large documents are honest where there is room for them.
 */
final class StructureBudget {
    /** Two revisions are open at the same time. */
    private static final long HEAP_FOR_A_UNIT = 160;

    private static final int MAX_DECODED = 64 << 20;
    private static final long MAX_DECODED_IN_ALL = 256L << 20;
    /** What other filters than Deflate make of this stays within the bound. */
    private static final int SHORT = 64 << 10;

    private static final long MAX_XREF_ENTRIES = 2_000_000;
    private static final int MAX_COLUMNS = 1 << 16;
    private static final int MAX_COLORS = 32;
    private static final Set<COSName> FLATE = Set.of(COSName.FLATE_DECODE, COSName.FLATE_DECODE_ABBREVIATION);

    private long halves;
    private long left = MAX_DECODED_IN_ALL;

    private StructureBudget(long units) {
        this.halves = 2 * units;
    }

    static StructureBudget ofThisHeap() {
        return new StructureBudget(Runtime.getRuntime().maxMemory() / HEAP_FOR_A_UNIT);
    }

    /** @throws BeyondBounds if nothing is left */
    void spend(int units) {
        spendHalves(2L * units);
    }

    /** For what is small, or shared. */
    void spendHalf() {
        spendHalves(1);
    }

    private void spendHalves(long some) {
        halves -= some;
        if (halves < 0) {
            throw new BeyondBounds("too many objects for the memory");
        }
    }

    /** Looks at an object stream before all its objects are made. */
    void spendOnObjects(COSStream stream) throws IOException {
        spendHalves(decoded(stream, true).halves());
    }

    /** Looks at a cross-reference stream before its entries are made. */
    void spendOnXref(COSStream stream) throws IOException {
        COSArray widths = stream.getCOSArray(COSName.W);
        long entry = 0;
        for (int i = 0; widths != null && i < widths.size(); i++) {
            entry += Math.clamp(widths.getInt(i, 0), 0, Long.BYTES);
        }
        if (entry == 0) {
            throw new BeyondBounds("cross-reference entries of no width");
        }
        if (decoded(stream, false).bytes() / entry > MAX_XREF_ENTRIES) {
            throw new BeyondBounds("too many cross-reference entries");
        }
    }

    /**
     * @param bytes  how many there are
     * @param halves what the objects in them cost at most, where that was asked for
     */
    private record Decoded(long bytes, long halves) {}

    private Decoded decoded(COSStream stream, boolean objects) throws IOException {
        COSBase filter = stream.getDictionaryObject(COSName.FILTER);
        COSBase only = filter instanceof COSArray several && several.size() == 1 ? several.getObject(0) : filter;
        if (only instanceof COSArray several && several.size() > 1) {
            throw new BeyondBounds("several filters on what holds the structure");
        }
        requireModest(stream.getDictionaryObject(COSName.DECODE_PARMS));
        if (only instanceof COSName name && !FLATE.contains(name)) {
            if (stream.getLength() > SHORT) {
                throw new BeyondBounds("a long stream of structure by " + name.getName());
            }
            return new Decoded(stream.getLength(), 2 * stream.getLength());
        }
        try (InputStream raw = stream.createRawInputStream();
                InputStream in = only instanceof COSName ? new InflaterInputStream(raw) : raw) {
            return count(in, objects);
        }
    }

    private static void requireModest(@Nullable COSBase parameters) {
        COSBase only = parameters instanceof COSArray several && several.size() > 0 ? several.getObject(0) : parameters;
        if (only instanceof COSDictionary dictionary
                && (dictionary.getInt(COSName.COLUMNS, 1) > MAX_COLUMNS
                        || dictionary.getInt(COSName.COLORS, 1) > MAX_COLORS
                        || dictionary.getInt(COSName.BITS_PER_COMPONENT, 1) > Short.SIZE)) {
            throw new BeyondBounds("a predictor over very long rows");
        }
    }

    private Decoded count(InputStream in, boolean objects) throws IOException {
        long bytes = 0;
        long found = 0;
        byte[] buffer = new byte[1 << 14];
        try {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                bytes += n;
                left -= n;
                if (bytes > MAX_DECODED || left < 0) {
                    throw new BeyondBounds("a stream of structure that inflates without end");
                }
                for (int i = 0; objects && i < n; i++) {
                    found += halves(buffer[i]);
                }
            }
        } catch (ZipException | EOFException e) {
            // PDFBox keeps what it could inflate of a damaged stream, and so it was counted.
            return new Decoded(bytes, found);
        }
        return new Decoded(bytes, found);
    }

    /** By the byte with which an object begins, or which parts it from the next. */
    private static int halves(byte b) {
        return switch (b) {
            case '[' -> 4;
            case '<', '(' -> 2;
            case ' ', '\n', '\r', '\t', '/', '.' -> 1;
            default -> 0;
        };
    }
}
