package id.espm.signer;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;

/**
 * A file as it was when it was checked: what is signed later must still be exactly this.
 *
 * @param path   where it is
 * @param size   in bytes
 * @param sha256 the hash of its bytes
 */
public record CheckedFile(Path path, long size, Sha256 sha256) {

    /**
     * Reads a file once and remembers what it was.
     *
     * @throws SignerException {@link Problem.FileUnreadable}
     */
    public static CheckedFile of(Path path) throws SignerException {
        MessageDigest digest = DigestAlgorithm.SHA256.newDigest();
        byte[] buffer = new byte[1 << 16];
        long size = 0;
        try (InputStream in = Files.newInputStream(path)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
                size += n;
            }
        } catch (IOException e) {
            throw new SignerException(new Problem.FileUnreadable(path), e);
        }
        return new CheckedFile(path, size, Sha256.ofDigest(digest.digest()));
    }
}
