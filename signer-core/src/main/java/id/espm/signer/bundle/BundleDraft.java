package id.espm.signer.bundle;

import id.espm.signer.Problem;
import id.espm.signer.Sha256;
import id.espm.signer.SignerException;
import id.espm.signer.SigningContext;
import id.espm.signer.asic.AsicManifest;
import id.espm.signer.asic.AsicManifest.Reference;
import id.espm.signer.asic.AsicManifestXml;
import id.espm.signer.asic.container.ContainerWriter;
import id.espm.signer.asic.container.ContainerWriter.EntryContent;
import id.espm.signer.cms.CmsSigner;
import id.espm.signer.cms.CmsSigningRequest;
import id.espm.signer.cms.CmsSigningRequest.Format;
import id.espm.signer.cms.SigningMethod;
import id.espm.signer.key.SigningKey;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A bundle while one official writes it: entries one after the other, his signature over the contents list, and at the end the
 * seal over everything that was written.
 */
final class BundleDraft implements Closeable {
    static final String P7M = "application/pkcs7-mime";

    private static final String P7S = "application/pkcs7-signature";
    private static final String XML = "text/xml";
    private static final String JSON = "application/json";
    /** Room for signatures, when sizes are estimated. */
    private static final long OVERHEAD = 1 << 16;

    private final ContainerWriter container;
    private final CmsSigner detached;
    private final SigningMethod method;
    private final SigningKey key;
    private final List<Reference> sealed = new ArrayList<>();

    /**
     * Begins a bundle with its contents list.
     *
     * @param target       must not exist
     * @param expectedSize of the documents together, in bytes, before they are signed
     */
    BundleDraft(Path target, SigningContext context, SigningMethod method, SigningKey key, long expectedSize)
            throws IOException {
        this.container = new ContainerWriter(target, context.claimedTime().toLocalDateTime(), expectedSize + OVERHEAD);
        this.detached = new CmsSigner(new CmsSigningRequest(Format.CADES, context), method);
        this.method = method;
        this.key = key;
    }

    /** Writes the contents list. */
    Reference contents(byte[] paketJson) throws IOException, SignerException {
        return add(ContentsList.ENTRY, JSON, true, out -> out.write(paketJson));
    }

    /** Writes a signed ADK; one that is not packed already is deflated where that gains something. */
    void adk(ContentsList.Document document, Path source, EntryContent signed) throws IOException, SignerException {
        boolean deflate = !document.mediaType().equals("application/zip") && Deflating.gains(source);
        add(document.entry(), P7M, deflate, signed);
    }

    /** Writes a signed PDF; it is stored, so that it can be read in place. */
    void lampiran(ContentsList.Document document, EntryContent signed) throws IOException, SignerException {
        add(document.entry(), document.mediaType(), false, signed);
    }

    /** Writes an earlier official's manifest and signature as they are. */
    void earlier(int official, byte[] manifest, byte[] signature) throws IOException, SignerException {
        add(ManifestNames.packageManifest(official), XML, true, out -> out.write(manifest));
        add(ManifestNames.packageSignature(official), P7S, true, out -> out.write(signature));
    }

    /**
     * Signs the contents list.
     *
     * @param official the number of this official; they count from 1
     * @throws SignerException {@link Problem.SigningFailed}, {@link Problem.TimestampUnavailable},
     *     {@link Problem.LevelNotReached}
     */
    void sign(int official, Reference contents) throws IOException, SignerException {
        sign(
                ManifestNames.packageManifest(official),
                new AsicManifest(ManifestNames.packageSignature(official), List.of(contents)));
    }

    /**
     * Seals everything that was written and forces the bundle to the disk.
     *
     * @return what the seal covers
     */
    List<Reference> seal() throws IOException, SignerException {
        List<Reference> covered = List.copyOf(sealed);
        sign(ManifestNames.SEAL_MANIFEST, new AsicManifest(ManifestNames.SEAL_SIGNATURE, covered));
        container.finish();
        return covered;
    }

    private void sign(String entry, AsicManifest manifest) throws IOException, SignerException {
        byte[] xml = AsicManifestXml.write(manifest);
        byte[] signature = detached.signDetached(method.digest().newDigest().digest(xml), key);
        add(entry, XML, true, out -> out.write(xml));
        add(manifest.signature(), P7S, true, out -> out.write(signature));
    }

    private Reference add(String entry, String mediaType, boolean deflate, EntryContent content)
            throws IOException, SignerException {
        Sha256 hash = container.write(entry, deflate, content);
        Reference reference = Reference.of(entry, mediaType, hash);
        sealed.add(reference);
        return reference;
    }

    @Override
    public void close() throws IOException {
        container.close();
    }
}
