package id.espm.signer.adk;

import id.espm.signer.CheckedFile;
import id.espm.signer.DigestAlgorithm;
import id.espm.signer.Problem;
import id.espm.signer.Sha256;
import id.espm.signer.SignerException;
import id.espm.signer.SigningContext;
import id.espm.signer.cms.CmsSigner;
import id.espm.signer.cms.CmsSigningRequest;
import id.espm.signer.cms.CmsSigningRequest.Format;
import id.espm.signer.cms.ParallelSigner;
import id.espm.signer.cms.SigningMethod;
import id.espm.signer.key.SigningKey;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.security.DigestInputStream;
import java.security.MessageDigest;

/**
 * Signs an ADK, as a rule into an enveloping CAdES signature ({@code .p7m}): the ADK sits inside byte for byte, because Konversi must get
 * it back unchanged (PER-10/PB/2018, Lampiran 8.1.3). It is opaque here; what it holds is read elsewhere.
 */
public final class AdkSigner {
    private final CmsSigner signer;

    public AdkSigner(SigningContext context, SigningMethod method) {
        this.signer = new CmsSigner(new CmsSigningRequest(Format.CADES, context), method);
    }

    /**
     * Signs; nothing of the ADK is held in memory. By SHA-256 in one pass; by another hash it is read once more before.
     *
     * @param adk as it was when it was checked
     * @param out receives the {@code .p7m}; worthless if this throws
     * @throws SignerException {@link Problem.FileChanged}, {@link Problem.FileUnreadable}, {@link Problem.SigningFailed},
     *     {@link Problem.TimestampUnavailable}, {@link Problem.LevelNotReached}
     * @throws IOException     if writing fails
     */
    public void sign(CheckedFile adk, SigningKey key, OutputStream out) throws IOException, SignerException {
        byte[] hash = contentDigest(adk);
        try (InputStream in = open(adk)) {
            if (!signer.signEnveloping(in, adk.size(), hash, out, key)) {
                throw new SignerException(new Problem.FileChanged(adk.path()));
            }
        }
    }

    /**
     * Signs an ADK that stays where it is.
     *
     * @param out receives the {@code .p7s}
     * @throws SignerException as {@link #sign}
     */
    public void signDetached(CheckedFile adk, SigningKey key, OutputStream out) throws IOException, SignerException {
        out.write(signer.signDetached(contentDigest(adk), key));
    }

    /**
     * Adds this official's signature in parallel to those in a {@code .p7m}, all of which stay valid.
     *
     * @param p7m as it was when it was checked
     * @param out receives the {@code .p7m} with one more signature; worthless if this throws
     * @throws SignerException as {@link ParallelSigner#sign}: the same official twice, or an earlier signature that does not
     *     hold, is refused
     */
    public void addSignature(CheckedFile p7m, SigningKey key, OutputStream out) throws IOException, SignerException {
        new ParallelSigner(signer).sign(p7m, out, key);
    }

    /** The hash that is signed, of exactly the bytes that were checked. */
    private byte[] contentDigest(CheckedFile adk) throws SignerException {
        if (signer.digest() == DigestAlgorithm.SHA256) {
            return adk.sha256().bytes();
        }
        MessageDigest wanted = signer.digest().newDigest();
        try (InputStream in = new DigestInputStream(open(adk), wanted)) {
            if (!Sha256.of(in).equals(adk.sha256())) {
                throw new SignerException(new Problem.FileChanged(adk.path()));
            }
        } catch (IOException e) {
            throw new SignerException(new Problem.FileUnreadable(adk.path()), e);
        }
        return wanted.digest();
    }

    private static InputStream open(CheckedFile adk) throws SignerException {
        try {
            return Files.newInputStream(adk.path());
        } catch (IOException e) {
            throw new SignerException(new Problem.FileUnreadable(adk.path()), e);
        }
    }
}
