package id.espm.signer.bundle;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** Whether deflating a file is worth it, and leaves what readers of containers do not take for a bomb. */
final class Deflating {
    private static final int SAMPLE = 1 << 16;
    private static final int SMALL = 1 << 20;
    /** Text reaches 20 to 1, tables more; readers, ours among them, refuse an entry from some hundreds to 1 on. */
    private static final long MOST_OF_SMALL = 50;
    /** Of large files less, for readers also look at what all entries come to together. */
    private static final long MOST_OF_LARGE = 10;

    private Deflating() {}

    /**
     * Whether at least a tenth is gained, judged by the beginning, and not suspiciously much of the whole; an unreadable file
     * will fail where it is signed.
     */
    static boolean gains(Path file) throws IOException {
        byte[] sample;
        try (InputStream in = Files.newInputStream(file)) {
            sample = in.readNBytes(SAMPLE);
        }
        try (Deflater deflater = new Deflater(Deflater.BEST_SPEED)) {
            deflater.setInput(sample);
            deflater.finish();
            int deflated = deflater.deflate(new byte[sample.length + 64]);
            return deflater.finished() && deflated < sample.length - sample.length / 10 && staysBelievable(file);
        }
    }

    private static boolean staysBelievable(Path file) throws IOException {
        try (Deflater deflater = new Deflater(Deflater.BEST_SPEED)) {
            OutputStream counted = new DeflaterOutputStream(OutputStream.nullOutputStream(), deflater, SAMPLE);
            Files.copy(file, counted);
            counted.close();
            long size = deflater.getBytesRead();
            return size <= deflater.getBytesWritten() * (size <= SMALL ? MOST_OF_SMALL : MOST_OF_LARGE);
        }
    }
}
