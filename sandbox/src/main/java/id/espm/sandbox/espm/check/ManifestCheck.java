package id.espm.sandbox.espm.check;

import id.espm.sandbox.espm.problem.ProblemType;
import id.espm.sandbox.espm.problem.Refusal;
import id.espm.sandbox.judge.bundle.AsicManifest;
import id.espm.sandbox.judge.bundle.AsicManifest.Digest;
import id.espm.sandbox.judge.bundle.BundleFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The manifests cover what they must: each official's exactly the contents list, the seal everything. That a file lies
 * in the container is no reason for a signature to cover it; DSS only warns.
 */
final class ManifestCheck {
    static final String SEAL = "META-INF/signature-segel.p7s";
    private static final String SEAL_MANIFEST = "META-INF/ASiCManifest-segel.xml";
    private static final String OFFICIAL = "META-INF/ASiCManifest-paket-";

    private ManifestCheck() {}

    static void check(BundleFiles files) throws Refusal, IOException {
        List<String> officials = files.names(OFFICIAL).stream().sorted().toList();
        for (int i = 0; i < officials.size(); i++) {
            String expected = OFFICIAL + "%02d.xml".formatted(i + 1);
            if (!officials.get(i).equals(expected)) {
                throw Faults.invalid("Tanda tangan pejabat dalam paket tidak berurutan.", expected);
            }
            check(files, expected, Set.of(BundleFiles.PAKET));
        }
        Set<String> all = new HashSet<>(files.files().keySet());
        all.removeAll(Set.of(BundleFiles.MIMETYPE, SEAL_MANIFEST, SEAL));
        check(files, SEAL_MANIFEST, all);
    }

    private static void check(BundleFiles files, String name, Set<String> expected) throws Refusal, IOException {
        AsicManifest manifest = AsicManifest.read(files.bytes(name), name);
        String signature = name.replace("ASiCManifest-", "signature-").replace(".xml", ".p7s");
        Set<String> covered = new HashSet<>(manifest.digests().keySet());
        covered.remove(BundleFiles.MIMETYPE);
        if (!manifest.signature().equals(signature) || !covered.equals(expected)) {
            throw broken("Segel atau tanda tangan paket tidak mencakup semua berkas yang harus dicakup.", name);
        }
        for (Map.Entry<String, Digest> entry : manifest.digests().entrySet()) {
            if (!digest(files.file(entry.getKey()), entry.getValue().algorithm())
                    .equals(entry.getValue().base64())) {
                throw broken("Berkas di dalam paket telah berubah setelah ditandatangani.", entry.getKey());
            }
        }
    }

    private static Refusal broken(String detail, String document) {
        return new Refusal(ProblemType.SIGNATURE_INVALID, detail)
                .with("document", document)
                .with("indication", "TOTAL_FAILED")
                .with("subIndication", "HASH_FAILURE");
    }

    private static String digest(Path file, String algorithm) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance(algorithm);
            byte[] buffer = new byte[1 << 16];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
            }
            return Base64.getEncoder().encodeToString(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has " + algorithm, e);
        }
    }
}
