package id.espm.signer.bundle;

import id.espm.signer.DigestAlgorithm;
import id.espm.signer.Sha256;
import id.espm.signer.SignerException;
import id.espm.signer.asic.AsicManifest;
import id.espm.signer.asic.AsicManifest.Reference;
import id.espm.signer.asic.AsicManifestXml;
import id.espm.signer.asic.container.Container;
import id.espm.signer.asic.container.ContainerWriter;
import id.espm.signer.asic.container.Strictness;
import id.espm.signer.cms.OwnSignature;
import id.espm.signer.key.SigningKey;
import id.espm.signer.pdf.OwnSignedPdf;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a bundle back that this program has just written at level B-B, from the disk: the container, each entry against what was
 * meant to be written, each signature under the key's certificate and over what stands in the file, each document against the
 * contents list. It says only yes or "look closer": what is not plainly sound is for {@link BundleVerifier} to judge, which takes
 * several times as long.
 */
public final class OwnBundle {
    private static final int MAX_SIGNATURE = 1 << 20;
    private static final int MAX_ADK = 8 << 20;

    private final BundleRequest request;
    private final List<Reference> sealed;
    private final DigestAlgorithm digest;
    private final SigningKey key;

    /**
     * What should be there.
     *
     * @param sealed what the seal was made over, as {@link BundleSigner#write} says
     */
    public OwnBundle(BundleRequest request, List<Reference> sealed, DigestAlgorithm digest, SigningKey key) {
        this.request = request;
        this.sealed = List.copyOf(sealed);
        this.digest = digest;
        this.key = key;
    }

    /**
     * Whether all of it is there and holds.
     *
     * @throws IOException if the file cannot be read
     */
    public boolean isSound(Path bundle) throws IOException {
        try (Container container = Container.open(bundle, Strictness.STRICT)) {
            return hasWhatWasWritten(container)
                    && isSigned(
                            container,
                            ManifestNames.packageManifest(ManifestNames.FIRST_OFFICIAL),
                            new AsicManifest(
                                    ManifestNames.packageSignature(ManifestNames.FIRST_OFFICIAL),
                                    List.of(sealed.getFirst())))
                    && isSigned(
                            container,
                            ManifestNames.SEAL_MANIFEST,
                            new AsicManifest(ManifestNames.SEAL_SIGNATURE, sealed))
                    && documentsHold(container);
        } catch (SignerException e) {
            // Not even a container that could be opened: the other reader says what it is.
            return false;
        }
    }

    /** No entry more, none less, and each as it was handed to the disk. */
    private boolean hasWhatWasWritten(Container container) throws IOException {
        Set<String> expected = new HashSet<>(
                Set.of(ContainerWriter.MIMETYPE_ENTRY, ManifestNames.SEAL_MANIFEST, ManifestNames.SEAL_SIGNATURE));
        for (Reference reference : sealed) {
            expected.add(reference.entry());
            if (!container.names().contains(reference.entry())
                    || !container.hash(reference.entry()).hex().equals(reference.digest())) {
                return false;
            }
        }
        Optional<byte[]> contents = container.read(ContentsList.ENTRY, ContentsListJson.MAX_SIZE);
        return expected.equals(container.names())
                && sealed.getFirst().entry().equals(ContentsList.ENTRY)
                && contents.filter(json -> Arrays.equals(json, ContentsListJson.write(request.contents())))
                        .isPresent();
    }

    private boolean isSigned(Container container, String entry, AsicManifest manifest) throws IOException {
        Optional<byte[]> xml = container.read(entry, AsicManifestXml.MAX_SIZE);
        Optional<byte[]> signature = container.read(manifest.signature(), MAX_SIGNATURE);
        return xml.isPresent()
                && signature.isPresent()
                && Arrays.equals(xml.get(), AsicManifestXml.write(manifest))
                && OwnSignature.holds(signature.get(), digest.newDigest().digest(xml.get()), digest, key);
    }

    private boolean documentsHold(Container container) throws IOException, SignerException {
        for (ContentsList.Document document : request.contents().dokumen()) {
            boolean holds = document.isAdk()
                    ? adkHolds(container, document)
                    : OwnSignedPdf.holds(container.region(document.entry()), digest, key);
            if (!holds) {
                return false;
            }
        }
        return true;
    }

    /** One that is too large to be held is for the other reader. */
    private boolean adkHolds(Container container, ContentsList.Document document) throws IOException {
        return container
                .read(document.entry(), MAX_ADK)
                .flatMap(p7m -> OwnSignature.content(p7m, digest, key))
                .filter(content -> Sha256.of(content).equals(original(document)))
                .isPresent();
    }

    private Sha256 original(ContentsList.Document document) {
        return Objects.requireNonNull(request.sources().get(document.entry())).sha256();
    }
}
