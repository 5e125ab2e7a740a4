package id.espm.signer.pdf;

import id.espm.signer.CheckedFile;
import id.espm.signer.DigestAlgorithm;
import id.espm.signer.FileRegion;
import id.espm.signer.Problem;
import id.espm.signer.Problem.PdfUnusable;
import id.espm.signer.Problem.PdfUnusable.Reason;
import id.espm.signer.SignatureLevel;
import id.espm.signer.SignerException;
import id.espm.signer.SigningContext;
import id.espm.signer.cms.CmsSigner;
import id.espm.signer.cms.CmsSigningRequest;
import id.espm.signer.cms.CmsSigningRequest.Format;
import id.espm.signer.cms.SigningMethod;
import id.espm.signer.key.SigningKey;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Calendar;
import java.util.GregorianCalendar;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.ExternalSigningSupport;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.SignatureOptions;

/**
 * Signs a PDF with PAdES (ETSI EN 319 142-1): the original is a prefix of the result, the signature follows as
 * an incremental update, so earlier signatures stay as they were.
 */
public final class PdfSigner {
    private static final COSName ETSI_CADES_DETACHED = COSName.getPDFName("ETSI.CAdES.detached");

    private static final int MAX_TRIES = 3;
    /** By how much the next timestamp may be larger than the last. */
    private static final int MARGIN = 512;

    private final SigningMethod method;

    public PdfSigner(SigningMethod method) {
        this.method = method;
    }

    /**
     * Signs.
     *
     * @param out receives the signed PDF; worthless if this throws
     * @throws SignerException {@link Problem.PdfUnusable}, {@link Problem.FileChanged}, {@link Problem.FileUnreadable},
     *     {@link Problem.SigningFailed}, {@link Problem.TimestampUnavailable}, {@link Problem.LevelNotReached}
     * @throws IOException     if reading or writing fails
     */
    public void sign(PdfSigningRequest request, SigningKey key, OutputStream out) throws IOException, SignerException {
        if (method.level().atLeast(SignatureLevel.B_LT)) {
            LongTermPdf.write(out, method, stamped -> signOnce(request, key, stamped));
        } else {
            signOnce(request, key, out);
        }
    }

    /** Up to level B-T. */
    private void signOnce(PdfSigningRequest request, SigningKey key, OutputStream out)
            throws IOException, SignerException {
        CheckedFile pdf = request.pdf();
        CmsSigner signer = new CmsSigner(new CmsSigningRequest(Format.PADES, request.context()), method);
        PrefixDigest checked = new PrefixDigest(out, pdf.size());
        try {
            int room = signer.expectedDetachedSize(key);
            for (int tries = 1; room > 0; tries++) {
                int needed = sign(request, key, signer, room, checked);
                // A timestamp may turn out larger than the last one, hardly three times in a row.
                if (needed > 0 && tries == MAX_TRIES) {
                    throw new SignerException(new Problem.SigningFailed("/Contents " + needed));
                }
                room = needed;
            }
        } catch (RuntimeException | StackOverflowError e) {
            // The parser reads objects when they are asked for, so damage shows late too.
            throw new SignerException(new PdfUnusable(pdf.path(), Reason.DAMAGED), e);
        }
        if (!checked.prefixHash().equals(pdf.sha256())) {
            throw new SignerException(new Problem.FileChanged(pdf.path()));
        }
    }

    /**
     * Signs with a given room for the CMS.
     *
     * @return zero; or the room that is needed, and nothing was written
     */
    private int sign(PdfSigningRequest request, SigningKey key, CmsSigner signer, int room, OutputStream out)
            throws IOException, SignerException {
        Path pdf = request.pdf().path();
        try (PDDocument document = PdfOpening.open(FileRegion.whole(pdf));
                SignatureOptions options = new SignatureOptions()) {
            PdfCheck.requireSignable(document, pdf);
            options.setPreferredSignatureSize(room);
            document.addSignature(dictionary(request.context(), key), options);
            ExternalSigningSupport support = document.saveIncrementalForExternalSigning(out);
            byte[] cms = signer.signDetached(digest(support.getContent(), method.digest()), key);
            if (cms.length > room) {
                return cms.length + MARGIN;
            }
            support.setSignature(cms);
            return 0;
        }
    }

    private PDSignature dictionary(SigningContext context, SigningKey key) {
        PDSignature dictionary = new PDSignature();
        dictionary.setFilter(PDSignature.FILTER_ADOBE_PPKLITE);
        dictionary.setSubFilter(ETSI_CADES_DETACHED);
        dictionary.setName(key.identity().nama());
        dictionary.setLocation(context.place());
        dictionary.setReason(context.reason());
        Calendar time = GregorianCalendar.from(context.claimedTime());
        dictionary.setSignDate(time);
        return dictionary;
    }

    private static byte[] digest(InputStream content, DigestAlgorithm algorithm) throws IOException {
        MessageDigest digest = algorithm.newDigest();
        byte[] buffer = new byte[1 << 16];
        try (content) {
            for (int n = content.read(buffer); n >= 0; n = content.read(buffer)) {
                digest.update(buffer, 0, n);
            }
        }
        return digest.digest();
    }
}
