package id.espm.signer.pdf;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.jspecify.annotations.Nullable;

/**
 * How much the pages and fonts of a document may inflate to. PDFBox inflates each stream whole and in memory, so each is looked at
 * before.
 */
final class ContentBudget {
    private static final int MAX_CONTENT = 2 << 20;
    private static final int MAX_FONT = 8 << 20;
    private static final long MAX_IN_ALL = 64L << 20;
    /** What is not counted is short, and taken for what it could become at most. */
    private static final int SHORT = 32 << 10;

    private static final int WORST_RATIO = 1_300;
    private static final long MAX_UNCOUNTED_IN_ALL = 512L << 20;
    private static final Set<COSName> COMPRESSING = Set.of(
            COSName.FLATE_DECODE,
            COSName.FLATE_DECODE_ABBREVIATION,
            COSName.LZW_DECODE,
            COSName.LZW_DECODE_ABBREVIATION,
            COSName.RUN_LENGTH_DECODE,
            COSName.RUN_LENGTH_DECODE_ABBREVIATION);
    private static final Set<COSName> FLATE = Set.of(COSName.FLATE_DECODE, COSName.FLATE_DECODE_ABBREVIATION);

    /** Font programs by ISO 32000-2, table 124. */
    private static final Set<String> FONTS = Set.of("Type1C", "CIDFontType0C", "OpenType");

    private long left = MAX_IN_ALL;
    private long uncounted = MAX_UNCOUNTED_IN_ALL;

    /** @throws BeyondBounds if the stream inflates to more than it may */
    void spend(COSStream stream) throws IOException {
        List<COSBase> filters = filters(stream.getDictionaryObject(COSName.FILTER));
        if (filters.isEmpty()) {
            require(stream.getLength() <= most(stream), "a long stream");
        } else if (filters.size() == 1
                && FLATE.contains(filters.getFirst())
                && !stream.containsKey(COSName.DECODE_PARMS)) {
            count(stream);
        } else {
            uncounted -= stream.getLength() * WORST_RATIO;
            boolean once = filters.stream().filter(COMPRESSING::contains).count() <= 1;
            require(
                    once && stream.getLength() <= SHORT && uncounted >= 0,
                    "streams of which it cannot be told what they inflate to");
        }
    }

    private static List<COSBase> filters(@Nullable COSBase filter) {
        if (filter instanceof COSArray several) {
            return IntStream.range(0, several.size())
                    .mapToObj(several::getObject)
                    .toList();
        }
        return filter == null ? List.of() : List.of(filter);
    }

    private static int most(COSStream stream) {
        boolean font =
                stream.containsKey(COSName.LENGTH1) || FONTS.contains(stream.getNameAsString(COSName.SUBTYPE, ""));
        return font ? MAX_FONT : MAX_CONTENT;
    }

    private void count(COSStream stream) throws IOException {
        int most = most(stream);
        long bytes = 0;
        byte[] buffer = new byte[1 << 14];
        try (InputStream raw = stream.createRawInputStream();
                InputStream in = new InflaterInputStream(raw)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                bytes += n;
                left -= n;
                require(bytes <= most && left >= 0, "content that inflates without end");
            }
        } catch (ZipException | EOFException e) {
            // PDFBox keeps what it could inflate of a damaged stream, and so it was counted.
            require(bytes <= most, "damaged content");
        }
    }

    private static void require(boolean held, String otherwise) {
        if (!held) {
            throw new BeyondBounds(otherwise);
        }
    }
}
