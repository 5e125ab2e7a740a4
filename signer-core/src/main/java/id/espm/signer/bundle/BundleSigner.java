package id.espm.signer.bundle;

import id.espm.signer.CheckedFile;
import id.espm.signer.Problem;
import id.espm.signer.SignerException;
import id.espm.signer.SigningContext;
import id.espm.signer.SigningListener;
import id.espm.signer.adk.AdkSigner;
import id.espm.signer.asic.AsicManifest.Reference;
import id.espm.signer.cms.SigningMethod;
import id.espm.signer.key.SigningKey;
import id.espm.signer.pdf.PdfAppearances;
import id.espm.signer.pdf.PdfSigner;
import id.espm.signer.pdf.PdfSigningRequest;
import id.espm.signer.pdf.appearance.AppearanceRenderer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * Signs the documents of a package and writes the bundle around them: each ADK and each PDF signed on its own, the contents
 * list signed by the official, and a seal over everything, so that nothing can be swapped, dropped or added.
 */
public final class BundleSigner {
    private final SigningContext context;
    private final SigningMethod method;
    private final PdfAppearances appearances;
    private final PdfSigner pdfs;
    private final AdkSigner adks;

    /**
     * A signer whose every signature in the bundle states this context.
     *
     * @param appearances how the signatures in the PDFs are seen
     * @param renderer    draws them; shared by bundles, since it keeps fonts
     */
    public BundleSigner(
            SigningContext context,
            SigningMethod method,
            PdfAppearances appearances,
            AppearanceRenderer renderer) {
        this.context = context;
        this.method = method;
        this.appearances = appearances;
        this.pdfs = new PdfSigner(method, renderer);
        this.adks = new AdkSigner(context, method);
    }

    /**
     * Writes a bundle. It is complete, and on the disk, when this returns; what is left behind by an exception is worthless.
     *
     * @param target must not exist
     * @return what the seal covers, in the order in which it was written
     * @throws SignerException {@link Problem.FileChanged}, {@link Problem.FileUnreadable}, {@link Problem.PdfUnusable},
     *     {@link Problem.SigningFailed}
     * @throws IOException     if writing fails
     */
    public List<Reference> write(BundleRequest request, SigningKey key, Path target, SigningListener listener)
            throws IOException, SignerException {
        long expectedSize =
                request.sources().values().stream().mapToLong(CheckedFile::size).sum();
        try (BundleDraft draft = new BundleDraft(target, context, method, key, expectedSize)) {
            Reference contents = draft.contents(ContentsListJson.write(request.contents()));
            documents(draft, request, key, listener);
            draft.sign(ManifestNames.FIRST_OFFICIAL, contents);
            return draft.seal();
        }
    }

    private void documents(BundleDraft draft, BundleRequest request, SigningKey key, SigningListener listener)
            throws IOException, SignerException {
        List<ContentsList.Document> documents = request.contents().dokumen();
        int done = 0;
        for (ContentsList.Document document : documents) {
            CheckedFile source = Objects.requireNonNull(request.sources().get(document.entry()));
            if (document.isAdk()) {
                draft.adk(document, source.path(), out -> adks.sign(source, key, out));
            } else {
                PdfSigningRequest pdf = new PdfSigningRequest.Builder(source, context)
                        .appearance(appearances.of(source.path()))
                        .build();
                draft.lampiran(document, out -> pdfs.sign(pdf, key, out));
            }
            done++;
            listener.documentSigned(document.name(), done, documents.size());
        }
    }
}
