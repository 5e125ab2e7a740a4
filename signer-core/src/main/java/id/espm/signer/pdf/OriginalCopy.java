package id.espm.signer.pdf;

import id.espm.signer.CheckedFile;
import id.espm.signer.DigestAlgorithm;
import id.espm.signer.Problem;
import id.espm.signer.Sha256;
import id.espm.signer.SignerException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;

/** Copies the document that is signed and hashes it meanwhile, in one pass. */
final class OriginalCopy {
    private static final int BUFFER = 1 << 18;

    private OriginalCopy() {}

    /**
     * Copies.
     *
     * @return the hash so far, to which the update is added
     * @throws SignerException {@link Problem.FileChanged} if it is not what was checked
     */
    static MessageDigest copy(CheckedFile pdf, DigestAlgorithm algorithm, OutputStream out)
            throws IOException, SignerException {
        MessageDigest signed = algorithm.newDigest();
        boolean same = algorithm == DigestAlgorithm.SHA256;
        MessageDigest checked = same ? signed : DigestAlgorithm.SHA256.newDigest();
        long left = pdf.size();
        try (FileChannel channel = FileChannel.open(pdf.path(), StandardOpenOption.READ)) {
            ByteBuffer buffer = ByteBuffer.allocate((int) Math.max(1, Math.min(BUFFER, left)));
            for (int n = channel.read(buffer); n > 0; n = channel.read(buffer.clear())) {
                left -= n;
                if (left < 0) {
                    break;
                }
                signed.update(buffer.array(), 0, n);
                if (!same) {
                    checked.update(buffer.array(), 0, n);
                }
                out.write(buffer.array(), 0, n);
            }
        }
        if (left != 0
                || !Sha256.ofDigest(DigestAlgorithm.copyOf(checked).digest()).equals(pdf.sha256())) {
            throw new SignerException(new Problem.FileChanged(pdf.path()));
        }
        return signed;
    }
}
