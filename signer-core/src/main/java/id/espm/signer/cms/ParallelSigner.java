package id.espm.signer.cms;

import id.espm.signer.CheckedFile;
import id.espm.signer.DigestAlgorithm;
import id.espm.signer.Finding;
import id.espm.signer.Problem;
import id.espm.signer.Sha256;
import id.espm.signer.SignerException;
import id.espm.signer.key.SigningKey;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.SignedData;

/**
 * Adds one more official's SignerInfo to an enveloping signature (RFC 5652 §5.1: several signers in parallel). The content and
 * the earlier SignerInfos stay as they are, byte for byte, so that each earlier signature holds as before. The file is read
 * three times and never held.
 */
public final class ParallelSigner {
    private final CmsSigner signer;

    public ParallelSigner(CmsSigner signer) {
        this.signer = signer;
    }

    /**
     * Signs what an enveloping signature holds.
     *
     * @param p7m as it was when it was checked
     * @param out receives the signature with one more signer; worthless if this throws
     * @throws SignerException {@link Problem.AlreadySigned}, {@link Problem.SignedFileUnusable}, {@link Problem.FileChanged},
     *     and as {@link CmsSigner#signDetached}
     * @throws IOException     if reading or writing fails
     */
    public void sign(CheckedFile p7m, OutputStream out, SigningKey key) throws IOException, SignerException {
        MessageDigest digest = signer.digest().newDigest();
        ContentCounter content = new ContentCounter(digest);
        requireSound(p7m, key, content);
        byte[] hash = digest.digest();
        SignedData merged = EnvelopedParts.merge(parts(p7m), signedData(signer.signDetached(hash, key)));
        EnvelopingFrame frame = EnvelopingFrame.around(merged, content.count);
        out.write(frame.head());
        ContentCounter copied = new ContentCounter(out, signer.digest().newDigest());
        read(p7m, copied);
        out.write(frame.tail());
        if (copied.count != content.count
                || !MessageDigest.isEqual(hash, copied.getMessageDigest().digest())) {
            throw new SignerException(new Problem.FileChanged(p7m.path()));
        }
    }

    /** Nothing is added to what does not hold, and nobody signs twice. */
    private static void requireSound(CheckedFile p7m, SigningKey key, OutputStream sink)
            throws IOException, SignerException {
        CmsReport report;
        try (DigestInputStream in = open(p7m)) {
            report = new CmsVerifier().verifyEnveloping(in, sink);
            requireUnchanged(p7m, in);
        }
        if (report.flaw().isPresent()) {
            throw new SignerException(
                    new Problem.SignedFileUnusable(p7m.path(), report.flaw().get()));
        }
        for (CmsSignature signature : report.signatures()) {
            if (!signature.integrity().isValid()) {
                throw new SignerException(
                        new Problem.SignedFileUnusable(p7m.path(), Finding.of(Finding.Kind.SIG_CRYPTO_FAILURE)));
            }
            if (signature.certificate().filter(key::isOfSameOwner).isPresent()) {
                throw new SignerException(
                        new Problem.AlreadySigned(p7m.path(), key.identity().nama()));
            }
        }
    }

    private static SignedData parts(CheckedFile p7m) throws IOException, SignerException {
        return read(p7m, OutputStream.nullOutputStream());
    }

    private static SignedData read(CheckedFile p7m, OutputStream sink) throws IOException, SignerException {
        try (DigestInputStream in = open(p7m)) {
            SignedData parts = EnvelopedParts.read(in, sink);
            requireUnchanged(p7m, in);
            return parts;
        } catch (Malformed e) {
            throw new SignerException(new Problem.FileChanged(p7m.path()), e);
        }
    }

    private static DigestInputStream open(CheckedFile p7m) throws SignerException {
        try {
            InputStream in = new BufferedInputStream(Files.newInputStream(p7m.path()), 1 << 16);
            return new DigestInputStream(in, DigestAlgorithm.SHA256.newDigest());
        } catch (IOException e) {
            throw new SignerException(new Problem.FileUnreadable(p7m.path()), e);
        }
    }

    private static void requireUnchanged(CheckedFile p7m, DigestInputStream in) throws IOException, SignerException {
        in.transferTo(OutputStream.nullOutputStream());
        if (!Sha256.ofDigest(in.getMessageDigest().digest()).equals(p7m.sha256())) {
            throw new SignerException(new Problem.FileChanged(p7m.path()));
        }
    }

    private static SignedData signedData(byte[] contentInfo) {
        return SignedData.getInstance(ContentInfo.getInstance(contentInfo).getContent());
    }

    /** Hashes and counts the content. */
    private static final class ContentCounter extends DigestOutputStream {
        private long count;

        ContentCounter(MessageDigest digest) {
            this(OutputStream.nullOutputStream(), digest);
        }

        ContentCounter(OutputStream out, MessageDigest digest) {
            super(out, digest);
        }

        @Override
        public void write(int b) throws IOException {
            super.write(b);
            count++;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            super.write(bytes, offset, length);
            count += length;
        }
    }
}
