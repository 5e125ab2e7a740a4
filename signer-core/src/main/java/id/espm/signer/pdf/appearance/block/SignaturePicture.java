package id.espm.signer.pdf.appearance.block;

import id.espm.signer.Problem;
import id.espm.signer.SignerException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** An official's picture for the block: a scanned signature, a stamp, a logo, as PNG or JPEG of at most 8 MB. */
public final class SignaturePicture {
    private static final int MAX_BYTES = 8 << 20;
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final byte[] JPEG = {(byte) 0xff, (byte) 0xd8, (byte) 0xff};

    private final Path file;
    private final byte[] bytes;

    private SignaturePicture(Path file, byte[] bytes) {
        this.file = file;
        this.bytes = bytes;
    }

    /** @throws SignerException {@link Problem.PictureUnusable}, {@link Problem.FileUnreadable} */
    public static SignaturePicture read(Path file) throws SignerException {
        try {
            if (Files.size(file) > MAX_BYTES) {
                throw new SignerException(new Problem.PictureUnusable(file));
            }
            return of(file, Files.readAllBytes(file));
        } catch (IOException e) {
            throw new SignerException(new Problem.FileUnreadable(file), e);
        }
    }

    /**
     * A picture that is in memory.
     *
     * @param name  for errors
     * @param bytes are copied
     * @throws SignerException {@link Problem.PictureUnusable}
     */
    public static SignaturePicture of(Path name, byte[] bytes) throws SignerException {
        if (bytes.length > MAX_BYTES || !(begins(bytes, PNG) || begins(bytes, JPEG))) {
            throw new SignerException(new Problem.PictureUnusable(name));
        }
        return new SignaturePicture(name, bytes.clone());
    }

    /** Where it was read, or what it was named. */
    public Path file() {
        return file;
    }

    byte[] bytes() {
        return bytes;
    }

    boolean png() {
        return begins(bytes, PNG);
    }

    private static boolean begins(byte[] bytes, byte[] start) {
        if (bytes.length < start.length) {
            return false;
        }
        for (int i = 0; i < start.length; i++) {
            if (bytes[i] != start[i]) {
                return false;
            }
        }
        return true;
    }
}
