package id.espm.signer.pdf.appearance.block;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import com.google.zxing.qrcode.encoder.QRCode;
import id.espm.signer.pdf.appearance.font.Operators;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;

/** A QR code (ISO/IEC 18004) as black squares. */
public final class QrMatrix {
    /** White around the code, in squares (ISO/IEC 18004, 6.3.8). */
    public static final int QUIET = 4;
    /**
     * Bytes that fit into 45 squares at level M. With more of them a small block would have squares that no camera tells
     * apart, so less redundancy is taken.
     */
    private static final int COARSE = 118;

    private static final int MAX_BYTES = 2300;

    private final ByteMatrix squares;

    private QrMatrix(ByteMatrix squares) {
        this.squares = squares;
    }

    /** The text, which is cut where it is longer than any code, with as much redundancy as keeps the squares large. */
    public static QrMatrix of(String text) {
        String shortened = text;
        while (shortened.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
            shortened = shortened.substring(0, shortened.length() * 9 / 10);
        }
        boolean coarse = shortened.getBytes(StandardCharsets.UTF_8).length <= COARSE;
        return encode(shortened, coarse ? ErrorCorrectionLevel.M : ErrorCorrectionLevel.L);
    }

    private static QrMatrix encode(String text, ErrorCorrectionLevel level) {
        Map<EncodeHintType, Object> hints = new EnumMap<>(EncodeHintType.class);
        if (!text.chars().allMatch(c -> c < 0x80)) {
            hints.put(EncodeHintType.CHARACTER_SET, StandardCharsets.UTF_8);
        }
        try {
            QRCode code = Encoder.encode(text, level, hints);
            return new QrMatrix(code.getMatrix());
        } catch (WriterException e) {
            throw new IllegalStateException("a text that was cut to fit does not fit", e);
        }
    }

    /** Squares on one side, without the quiet zone. */
    public int size() {
        return squares.getWidth();
    }

    /**
     * One path over all black squares, runs of them joined, so that no seams show.
     *
     * @param left   of the code without its quiet zone, in points, as {@code bottom}
     * @param square the side of one square
     */
    public String path(double left, double bottom, double square) {
        StringBuilder out = new StringBuilder();
        for (int y = 0; y < size(); y++) {
            int x = 0;
            while (x < size()) {
                int start = x;
                while (x < size() && squares.get(x, y) == 1) {
                    x++;
                }
                if (x > start) {
                    out.append(Operators.of(
                            "re",
                            left + start * square,
                            bottom + (size() - 1 - y) * square,
                            (x - start) * square,
                            square));
                }
                x++;
            }
        }
        return out.append("f\n").toString();
    }
}
