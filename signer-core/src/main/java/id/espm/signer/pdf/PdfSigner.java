package id.espm.signer.pdf;

import id.espm.signer.CheckedFile;
import id.espm.signer.DigestAlgorithm;
import id.espm.signer.FileRegion;
import id.espm.signer.Problem;
import id.espm.signer.Problem.PdfUnusable;
import id.espm.signer.Problem.PdfUnusable.Reason;
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
import java.security.MessageDigest;
import java.util.Calendar;
import java.util.GregorianCalendar;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.ExternalSigningSupport;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.SignatureOptions;

/**
 * Signs a PDF with PAdES at level B-B (ETSI EN 319 142-1): the original is a prefix of the result, the signature follows as
 * an incremental update, so earlier signatures stay as they were.
 */
public final class PdfSigner {
    private static final COSName ETSI_CADES_DETACHED = COSName.getPDFName("ETSI.CAdES.detached");

    private final SigningMethod method;

    public PdfSigner(SigningMethod method) {
        this.method = method;
    }

    /**
     * Signs.
     *
     * @param out receives the signed PDF; worthless if this throws
     * @throws SignerException {@link Problem.PdfUnusable}, {@link Problem.FileChanged}, {@link Problem.FileUnreadable},
     *     {@link Problem.SigningFailed}
     * @throws IOException     if reading or writing fails
     */
    public void sign(PdfSigningRequest request, SigningKey key, OutputStream out) throws IOException, SignerException {
        CheckedFile pdf = request.pdf();
        CmsSigner signer = new CmsSigner(new CmsSigningRequest(Format.PADES, request.context()), method);
        PrefixDigest checked = new PrefixDigest(out, pdf.size());
        try (PDDocument document = PdfOpening.open(FileRegion.whole(pdf.path()));
                SignatureOptions options = new SignatureOptions()) {
            PdfCheck.requireSignable(document, pdf.path());
            options.setPreferredSignatureSize(signer.maxDetachedSize(key));
            document.addSignature(dictionary(request.context(), key), options);
            ExternalSigningSupport support = document.saveIncrementalForExternalSigning(checked);
            support.setSignature(signer.signDetached(digest(support.getContent(), method.digest()), key));
        } catch (RuntimeException | StackOverflowError e) {
            // The parser reads objects when they are asked for, so damage shows late too.
            throw new SignerException(new PdfUnusable(pdf.path(), Reason.DAMAGED), e);
        }
        if (!checked.prefixHash().equals(pdf.sha256())) {
            throw new SignerException(new Problem.FileChanged(pdf.path()));
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
