package id.espm.signer.pdf.structure;

import java.io.ByteArrayOutputStream;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.jspecify.annotations.Nullable;

/** Decodes the streams that hold a PDF's structure: plain or deflated, with a PNG predictor or none (ISO 32000-2, 7.4.4). */
final class Unfilter {
    private static final int MAX_DECODED = 64 << 20;
    private static final int FIRST_PNG_PREDICTOR = 10;

    private Unfilter() {}

    static byte[] decode(COSDictionary dictionary, byte[] raw) throws Unusual {
        COSBase filter = only(dictionary.getDictionaryObject(COSName.FILTER));
        if (filter == null) {
            return raw;
        }
        if (!COSName.FLATE_DECODE.equals(filter)) {
            throw new Unusual("a filter other than FlateDecode");
        }
        byte[] inflated = inflate(raw);
        COSBase parameters = only(dictionary.getDictionaryObject(COSName.DECODE_PARMS));
        return parameters instanceof COSDictionary p ? unpredict(p, inflated) : inflated;
    }

    private static @Nullable COSBase only(@Nullable COSBase value) throws Unusual {
        if (!(value instanceof COSArray array)) {
            return value;
        }
        if (array.size() > 1) {
            throw new Unusual("several filters");
        }
        return array.size() == 0 ? null : array.getObject(0);
    }

    private static byte[] inflate(byte[] raw) throws Unusual {
        try (Inflater inflater = new Inflater()) {
            inflater.setInput(raw);
            ByteArrayOutputStream decoded = new ByteArrayOutputStream(4 * raw.length);
            byte[] buffer = new byte[1 << 14];
            while (!inflater.finished()) {
                int n = inflater.inflate(buffer);
                if (n == 0 || decoded.size() + n > MAX_DECODED) {
                    throw new Unusual("a deflated stream that is cut or too large");
                }
                decoded.write(buffer, 0, n);
            }
            return decoded.toByteArray();
        } catch (DataFormatException e) {
            throw new Unusual("a deflated stream that is damaged");
        }
    }

    private static byte[] unpredict(COSDictionary parameters, byte[] data) throws Unusual {
        int predictor = parameters.getInt(COSName.PREDICTOR, 1);
        if (predictor == 1) {
            return data;
        }
        int columns = parameters.getInt(COSName.COLUMNS, 1);
        boolean bytes =
                parameters.getInt(COSName.COLORS, 1) == 1 && parameters.getInt(COSName.BITS_PER_COMPONENT, 8) == 8;
        if (predictor < FIRST_PNG_PREDICTOR || !bytes || columns < 1 || data.length % (columns + 1) != 0) {
            throw new Unusual("predictor " + predictor);
        }
        int rows = data.length / (columns + 1);
        byte[] plain = new byte[rows * columns];
        for (int row = 0; row < rows; row++) {
            unpredict(data, row, columns, plain);
        }
        return plain;
    }

    /** One row of PNG's filters (ISO/IEC 15948, 9.2) for one byte a pixel. */
    private static void unpredict(byte[] data, int row, int columns, byte[] plain) throws Unusual {
        int from = row * (columns + 1);
        int to = row * columns;
        int kind = data[from];
        for (int i = 0; i < columns; i++) {
            int left = i == 0 ? 0 : plain[to + i - 1] & 0xff;
            int up = row == 0 ? 0 : plain[to + i - columns] & 0xff;
            int corner = i == 0 || row == 0 ? 0 : plain[to + i - columns - 1] & 0xff;
            int guess = switch (kind) {
                case 0 -> 0;
                case 1 -> left;
                case 2 -> up;
                case 3 -> (left + up) / 2;
                case 4 -> paeth(left, up, corner);
                default -> throw new Unusual("PNG filter " + kind);
            };
            plain[to + i] = (byte) (data[from + 1 + i] + guess);
        }
    }

    private static int paeth(int left, int up, int corner) {
        int estimate = left + up - corner;
        int toLeft = Math.abs(estimate - left);
        int toUp = Math.abs(estimate - up);
        int toCorner = Math.abs(estimate - corner);
        if (toLeft <= toUp && toLeft <= toCorner) {
            return left;
        }
        return toUp <= toCorner ? up : corner;
    }
}
