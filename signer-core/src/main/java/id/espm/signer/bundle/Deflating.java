package id.espm.signer.bundle;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.Deflater;

/** Whether deflating a file gains anything, judged by its beginning. */
final class Deflating {
    private static final int SAMPLE = 1 << 16;

    private Deflating() {}

    /** Whether at least a tenth is gained; an unreadable file will fail where it is signed. */
    static boolean gains(Path file) throws IOException {
        byte[] sample;
        try (InputStream in = Files.newInputStream(file)) {
            sample = in.readNBytes(SAMPLE);
        }
        try (Deflater deflater = new Deflater(Deflater.BEST_SPEED)) {
            deflater.setInput(sample);
            deflater.finish();
            int deflated = deflater.deflate(new byte[sample.length + 64]);
            return deflater.finished() && deflated < sample.length - sample.length / 10;
        }
    }
}
