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
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Reads a bundle back that this program has just written at level B-B, from the disk: the container, each entry against what was
 * meant to be written, each signature under the key's certificate and over what stands in the file, each document against the
 * contents list. It says only yes or "look closer": what is not plainly sound is for {@link BundleVerifier} to judge, which takes
 * several times as long.
 */
public final class OwnBundle {
    /** One that is larger is for the other reader. */
    private static final int MAX_ADK = 8 << 20;

    private final BundleRequest request;
    private final List<Reference> sealed;
    private final DigestAlgorithm digest;
    private final SigningKey key;
    private final Map<String, ContentsList.Document> documents;

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
        this.documents = request.contents().dokumen().stream()
                .collect(Collectors.toMap(ContentsList.Document::entry, Function.identity()));
    }

    /**
     * Whether all of it is there and holds.
     *
     * @throws IOException if the file cannot be read
     */
    public boolean isSound(Path bundle) throws IOException {
        try (Container container = Container.open(bundle, Strictness.STRICT)) {
            if (!hasEachEntry(container.names())) {
                return false;
            }
            Map<String, byte[]> small = small(container);
            return hasWhatWasWritten(container, small)
                    && isSigned(
                            small,
                            ManifestNames.packageManifest(ManifestNames.FIRST_OFFICIAL),
                            new AsicManifest(
                                    ManifestNames.packageSignature(ManifestNames.FIRST_OFFICIAL),
                                    List.of(sealed.getFirst())))
                    && isSigned(
                            small, ManifestNames.SEAL_MANIFEST, new AsicManifest(ManifestNames.SEAL_SIGNATURE, sealed));
        } catch (SignerException e) {
            // Not even a container that could be opened: the other reader says what it is.
            return false;
        }
    }

    /** No entry more, none less. */
    private boolean hasEachEntry(Set<String> names) {
        Set<String> expected = new HashSet<>(
                Set.of(ContainerWriter.MIMETYPE_ENTRY, ManifestNames.SEAL_MANIFEST, ManifestNames.SEAL_SIGNATURE));
        sealed.forEach(reference -> expected.add(reference.entry()));
        return expected.equals(names) && expected.containsAll(documents.keySet());
    }

    /** All but the documents, each read once; what is larger than any of ours is missing here. */
    private Map<String, byte[]> small(Container container) throws IOException {
        Map<String, byte[]> small = new HashMap<>();
        for (String name : container.names()) {
            if (!documents.containsKey(name)) {
                container.read(name, AsicManifestXml.MAX_SIZE).ifPresent(content -> small.put(name, content));
            }
        }
        return small;
    }

    /** Each entry as it was handed to the disk, and each document sound. */
    private boolean hasWhatWasWritten(Container container, Map<String, byte[]> small)
            throws IOException, SignerException {
        if (!sealed.getFirst().entry().equals(ContentsList.ENTRY)
                || !Arrays.equals(small.get(ContentsList.ENTRY), ContentsListJson.write(request.contents()))) {
            return false;
        }
        for (Reference reference : sealed) {
            Optional<Sha256> hash = hashIfSound(container, reference.entry(), small);
            if (hash.filter(found -> found.hex().equals(reference.digest())).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    private boolean isSigned(Map<String, byte[]> small, String entry, AsicManifest manifest) {
        byte[] xml = small.get(entry);
        byte[] signature = small.get(manifest.signature());
        return xml != null
                && signature != null
                && Arrays.equals(xml, AsicManifestXml.write(manifest))
                && OwnSignature.holds(signature, digest.newDigest().digest(xml), digest, key);
    }

    /** The hash of an entry; of a document only if its signature holds, and of an ADK only if the original is in it. */
    private Optional<Sha256> hashIfSound(Container container, String entry, Map<String, byte[]> small)
            throws IOException, SignerException {
        ContentsList.Document document = documents.get(entry);
        if (document == null) {
            return Optional.ofNullable(small.get(entry)).map(Sha256::of);
        }
        return document.isAdk()
                ? container
                        .read(entry, MAX_ADK)
                        .filter(p7m -> adkHolds(p7m, document))
                        .map(Sha256::of)
                : OwnSignedPdf.hashIfHolds(container.region(entry), digest, key);
    }

    private boolean adkHolds(byte[] p7m, ContentsList.Document document) {
        return OwnSignature.content(p7m, digest, key)
                .filter(content -> Sha256.of(content).equals(original(document)))
                .isPresent();
    }

    private Sha256 original(ContentsList.Document document) {
        return Objects.requireNonNull(request.sources().get(document.entry())).sha256();
    }
}
