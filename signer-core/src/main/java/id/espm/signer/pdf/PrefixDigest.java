package id.espm.signer.pdf;

import id.espm.signer.DigestAlgorithm;
import id.espm.signer.Sha256;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;

/** Hashes the first bytes of what is written: the original PDF, which must be what was checked. */
final class PrefixDigest extends FilterOutputStream {
    private final MessageDigest digest = DigestAlgorithm.SHA256.newDigest();
    private long left;

    PrefixDigest(OutputStream out, long prefix) {
        super(out);
        this.left = prefix;
    }

    Sha256 prefixHash() {
        return Sha256.ofDigest(digest.digest());
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        int hashed = (int) Math.min(length, left);
        digest.update(bytes, offset, hashed);
        left -= hashed;
        out.write(bytes, offset, length);
    }
}
