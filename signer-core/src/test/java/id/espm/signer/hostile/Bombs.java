package id.espm.signer.hostile;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.zip.Deflater;

/** Bytes that inflate to a thousand times their size. */
final class Bombs {
    private static final int UNIT = 1 << 20;

    private Bombs() {}

    static byte[] deflate(byte[] plain) {
        try (Deflater deflater = new Deflater()) {
            deflater.setInput(plain);
            deflater.finish();
            return drain(deflater, Deflater.NO_FLUSH);
        }
    }

    /**
     * A zlib stream of one byte over and over, made fast: what stands between two full flushes may be repeated.
     *
     * @param size how long the compressed stream is to be, about
     */
    static byte[] zlib(int size, byte filling) {
        byte[] unit = new byte[UNIT];
        Arrays.fill(unit, filling);
        try (Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION)) {
            deflater.setInput(unit);
            byte[] first = drain(deflater, Deflater.FULL_FLUSH);
            deflater.setInput(unit);
            byte[] more = drain(deflater, Deflater.FULL_FLUSH);
            ByteArrayOutputStream bomb = new ByteArrayOutputStream(size + more.length);
            bomb.writeBytes(first);
            while (bomb.size() < size) {
                bomb.writeBytes(more);
            }
            deflater.finish();
            bomb.writeBytes(drain(deflater, Deflater.NO_FLUSH));
            return bomb.toByteArray();
        }
    }

    private static byte[] drain(Deflater deflater, int flush) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] buffer = new byte[1 << 13];
        for (int n = deflater.deflate(buffer, 0, buffer.length, flush);
                n > 0;
                n = deflater.deflate(buffer, 0, buffer.length, flush)) {
            out.write(buffer, 0, n);
        }
        return out.toByteArray();
    }
}
