package id.espm.signer.pdf;

import id.espm.signer.DigestAlgorithm;
import id.espm.signer.Problem;
import id.espm.signer.SignatureLevel;
import id.espm.signer.SignerException;
import id.espm.signer.SigningContext;
import id.espm.signer.cms.CmsSigner;
import id.espm.signer.cms.CmsSigningRequest;
import id.espm.signer.cms.CmsSigningRequest.Format;
import id.espm.signer.cms.SigningMethod;
import id.espm.signer.key.Secret;
import id.espm.signer.key.SigningKey;
import id.espm.signer.pdf.appearance.AppearanceRenderer;
import id.espm.signer.pdf.appearance.font.FontLibrary;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/**
 * Signs a PDF with PAdES (ETSI EN 319 142-1): the original is a prefix of the result, the signature follows as an incremental
 * update, so earlier signatures stay as they were. One pass over the file, which is never held in memory.
 */
public final class PdfSigner {
    private static final int MAX_TRIES = 3;
    /** By how much the next timestamp may be larger than the last. */
    private static final int MARGIN = 512;

    private final SigningMethod method;
    private final AppearanceRenderer renderer;
    private volatile @Nullable Signing last;

    /** What signs in a context. */
    private record Signing(SigningContext context, CmsSigner signer) {}

    /** Signs by a method, and draws visible signatures with the fonts of this machine. */
    public PdfSigner(SigningMethod method) {
        this(method, new AppearanceRenderer(FontLibrary.ofThisMachine()));
    }

    /**
     * Signs by a method.
     *
     * @param renderer draws visible signatures; shared by signers, since it keeps fonts
     */
    public PdfSigner(SigningMethod method, AppearanceRenderer renderer) {
        this.method = method;
        this.renderer = renderer;
    }

    /**
     * Signs a PDF that opens without a password.
     *
     * @param out receives the signed PDF; worthless if this throws
     * @throws SignerException {@link Problem.PdfUnusable}, {@link Problem.PdfFieldUnusable}, {@link Problem.FileChanged},
     *     {@link Problem.FileUnreadable}, {@link Problem.SigningFailed}, {@link Problem.TimestampUnavailable},
     *     {@link Problem.LevelNotReached}; for visible signatures also {@link Problem.PageMissing},
     *     {@link Problem.AnchorNotFound}, {@link Problem.AnchorAmbiguous}, {@link Problem.PictureUnusable}
     * @throws IOException     if reading or writing fails
     */
    public SignedPdf sign(PdfSigningRequest request, SigningKey key, OutputStream out)
            throws IOException, SignerException {
        return sign(request, null, key, out);
    }

    /**
     * Signs a PDF that is encrypted; it stays so.
     *
     * @param password the user's or the owner's; {@code null} where none is known
     */
    public SignedPdf sign(PdfSigningRequest request, @Nullable Secret password, SigningKey key, OutputStream out)
            throws IOException, SignerException {
        return method.level().atLeast(SignatureLevel.B_LT)
                ? LongTermPdf.write(out, method, stamped -> signOnce(request, password, key, stamped))
                : signOnce(request, password, key, out);
    }

    /** Up to level B-T. */
    private SignedPdf signOnce(PdfSigningRequest request, @Nullable Secret password, SigningKey key, OutputStream out)
            throws IOException, SignerException {
        SignaturePlan plan = new SignaturePlan.Planner(renderer, key.identity(), password).plan(request);
        MessageDigest original = OriginalCopy.copy(request.pdf(), method.digest(), out);
        out.write(fill(plan, signer(request.context()), original, key));
        return new SignedPdf(plan.field(), plan.repaired());
    }

    /** The PDFs of a package are signed in the same context, one after the other. */
    private CmsSigner signer(SigningContext context) {
        Signing known = last;
        if (known == null || !known.context().equals(context)) {
            known = new Signing(context, new CmsSigner(new CmsSigningRequest(Format.PADES, context), method));
            last = known;
        }
        return known.signer();
    }

    /** A signature that turns out larger than its room is made again in a larger one; nothing of it was written. */
    private static byte[] fill(SignaturePlan plan, CmsSigner signer, MessageDigest original, SigningKey key)
            throws IOException, SignerException {
        byte[] identifier = DigestAlgorithm.copyOf(original).digest();
        int room = signer.expectedDetachedSize(key);
        for (int tries = 0; tries < MAX_TRIES; tries++) {
            SignedUpdate update = plan.update().write(plan.key(), plan.dictionary(), room, identifier);
            byte[] signature = signer.signDetached(update.digest(DigestAlgorithm.copyOf(original)), key);
            if (signature.length <= update.room()) {
                update.insert(signature);
                return update.bytes();
            }
            room = signature.length + MARGIN;
        }
        // A timestamp may turn out larger than the last one, hardly three times in a row.
        throw new SignerException(new Problem.SigningFailed("/Contents " + room));
    }
}
