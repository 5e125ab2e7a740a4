package id.espm.signer.asic;

import id.espm.signer.asic.container.ContainerWriter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The files of a container by what their names make them (ETSI EN 319 162-1, A.4 to A.7).
 *
 * @param cades      CMS signatures
 * @param manifests  ASiCManifest, ASiCArchiveManifest and ASiCEvidenceRecordManifest files
 * @param timestamps timestamp tokens
 * @param evidence   evidence records
 * @param xades      XML signatures
 * @param objects    what is there to be signed: everything outside of META-INF
 * @param others     what else stands in META-INF
 */
record ContainerFiles(
        List<String> cades,
        List<String> manifests,
        List<String> timestamps,
        List<String> evidence,
        List<String> xades,
        List<String> objects,
        List<String> others) {
    private static final String META_INF = "meta-inf/";
    private static final Set<String> EXTENSIONS = Set.of(".asice", ".asics", ".sce", ".scs");

    static ContainerFiles of(Collection<String> names) {
        ContainerFiles files = new ContainerFiles(
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>());
        for (String name : names) {
            if (!name.endsWith("/") && !name.equals(ContainerWriter.MIMETYPE_ENTRY)) {
                files.group(name.toLowerCase(Locale.ROOT)).add(name);
            }
        }
        return files;
    }

    private List<String> group(String name) {
        if (!name.startsWith(META_INF)) {
            return objects;
        }
        if (name.endsWith(".p7s")) {
            return cades;
        }
        if (name.endsWith(".tst")) {
            return timestamps;
        }
        if (name.endsWith(".ers")) {
            return evidence;
        }
        if (!name.endsWith(".xml")) {
            return others;
        }
        if (name.contains("asic") && name.contains("manifest")) {
            return manifests;
        }
        if (name.contains("evidencerecord")) {
            return evidence;
        }
        return name.contains("signatures") ? xades : others;
    }

    /** Whether anything tells of an ASiC container, were it only the file's name. */
    boolean claimAsic(String fileName) {
        String lower = fileName.toLowerCase(Locale.ROOT);
        return EXTENSIONS.stream().anyMatch(lower::endsWith)
                || !cades.isEmpty()
                || !manifests.isEmpty()
                || !timestamps.isEmpty()
                || !evidence.isEmpty()
                || !xades.isEmpty();
    }
}
