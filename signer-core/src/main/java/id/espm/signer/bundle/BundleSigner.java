package id.espm.signer.bundle;

import id.espm.signer.CheckedFile;
import id.espm.signer.Problem;
import id.espm.signer.Sha256;
import id.espm.signer.SignerException;
import id.espm.signer.SigningContext;
import id.espm.signer.SigningListener;
import id.espm.signer.adk.AdkSigner;
import id.espm.signer.asic.AsicManifest;
import id.espm.signer.asic.AsicManifest.Reference;
import id.espm.signer.asic.AsicManifestXml;
import id.espm.signer.asic.container.ContainerWriter;
import id.espm.signer.cms.CmsSigner;
import id.espm.signer.cms.CmsSigningRequest;
import id.espm.signer.cms.CmsSigningRequest.Format;
import id.espm.signer.cms.SigningMethod;
import id.espm.signer.key.SigningKey;
import id.espm.signer.pdf.PdfSigner;
import id.espm.signer.pdf.PdfSigningRequest;
import id.espm.signer.pdf.appearance.AppearanceRenderer;
import id.espm.signer.pdf.appearance.VisibleSignature;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Signs the documents of a package and writes the bundle around them: each ADK and each PDF signed on its own, the contents
 * list signed by the official, and a seal over everything, so that nothing can be swapped, dropped or added.
 */
public final class BundleSigner {
    private static final String P7M = "application/pkcs7-mime";
    private static final String P7S = "application/pkcs7-signature";
    private static final int FIRST_OFFICIAL = 1;
    /** Room for signatures, when sizes are estimated. */
    private static final long OVERHEAD = 1 << 16;

    private final SigningContext context;
    private final SigningMethod method;
    private final Optional<VisibleSignature> visible;
    private final PdfSigner pdfs;
    private final CmsSigner detached;

    /**
     * A signer whose every signature in the bundle states this context.
     *
     * @param visible  how the signatures in the PDFs are seen; without it they are not
     * @param renderer draws them; shared by bundles, since it keeps fonts
     */
    public BundleSigner(
            SigningContext context,
            SigningMethod method,
            Optional<VisibleSignature> visible,
            AppearanceRenderer renderer) {
        this.context = context;
        this.method = method;
        this.visible = visible;
        this.pdfs = new PdfSigner(method, renderer);
        this.detached = new CmsSigner(new CmsSigningRequest(Format.CADES, context), method);
    }

    /**
     * Writes a bundle. It is complete, and on the disk, when this returns; what is left behind by an exception is worthless.
     *
     * @param target must not exist
     * @throws SignerException {@link Problem.FileChanged}, {@link Problem.FileUnreadable}, {@link Problem.PdfUnusable},
     *     {@link Problem.SigningFailed}
     * @throws IOException     if writing fails
     */
    public void write(BundleRequest request, SigningKey key, Path target, SigningListener listener)
            throws IOException, SignerException {
        long expectedSize = request.sources().values().stream()
                .mapToLong(s -> s.size() + OVERHEAD)
                .sum();
        try (ContainerWriter container =
                new ContainerWriter(target, context.claimedTime().toLocalDateTime(), expectedSize)) {
            List<Reference> sealed = new ArrayList<>();
            Reference contents = write(
                    container, ContentsList.ENTRY, "application/json", ContentsListJson.write(request.contents()));
            sealed.add(contents);
            sealed.addAll(documents(container, request, key, listener));
            sealed.addAll(sign(
                    container,
                    ManifestNames.packageManifest(FIRST_OFFICIAL),
                    new AsicManifest(ManifestNames.packageSignature(FIRST_OFFICIAL), List.of(contents)),
                    key));
            sign(container, ManifestNames.SEAL_MANIFEST, new AsicManifest(ManifestNames.SEAL_SIGNATURE, sealed), key);
            container.finish();
        }
    }

    private List<Reference> documents(
            ContainerWriter container, BundleRequest request, SigningKey key, SigningListener listener)
            throws IOException, SignerException {
        List<Reference> references = new ArrayList<>();
        List<ContentsList.Document> documents = request.contents().dokumen();
        for (ContentsList.Document document : documents) {
            CheckedFile source = Objects.requireNonNull(request.sources().get(document.entry()));
            references.add(
                    document.isAdk()
                            ? adk(container, document, source, key)
                            : lampiran(container, document, source, key));
            listener.documentSigned(document.name(), references.size(), documents.size());
        }
        return references;
    }

    private Reference adk(ContainerWriter container, ContentsList.Document document, CheckedFile source, SigningKey key)
            throws IOException, SignerException {
        boolean deflate = !document.mediaType().equals("application/zip") && Deflating.gains(source.path());
        Sha256 hash = container.write(
                document.entry(), deflate, out -> new AdkSigner(context, method).sign(source, key, out));
        return Reference.of(document.entry(), P7M, hash);
    }

    private Reference lampiran(
            ContainerWriter container, ContentsList.Document document, CheckedFile source, SigningKey key)
            throws IOException, SignerException {
        PdfSigningRequest request = new PdfSigningRequest(source, context, Optional.empty(), Optional.empty(), visible);
        Sha256 hash = container.write(document.entry(), false, out -> pdfs.sign(request, key, out));
        return Reference.of(document.entry(), document.mediaType(), hash);
    }

    /** Writes a manifest with its signature, and says what a seal must cover of them. */
    private List<Reference> sign(ContainerWriter container, String entry, AsicManifest manifest, SigningKey key)
            throws IOException, SignerException {
        byte[] xml = AsicManifestXml.write(manifest);
        byte[] signature = detached.signDetached(method.digest().newDigest().digest(xml), key);
        return List.of(
                write(container, entry, "text/xml", xml), write(container, manifest.signature(), P7S, signature));
    }

    private static Reference write(ContainerWriter container, String entry, String mediaType, byte[] content)
            throws IOException, SignerException {
        return Reference.of(entry, mediaType, container.write(entry, true, out -> out.write(content)));
    }
}
