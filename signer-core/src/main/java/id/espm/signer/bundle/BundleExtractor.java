package id.espm.signer.bundle;

import id.espm.signer.FileRegion;
import id.espm.signer.Finding;
import id.espm.signer.Problem;
import id.espm.signer.Sha256;
import id.espm.signer.SignerException;
import id.espm.signer.asic.container.Container;
import id.espm.signer.asic.container.Strictness;
import id.espm.signer.cms.CmsVerifier;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/**
 * Gives the original ADK back bit for bit, and the signed PDFs (PER-10/PB/2018, Lampiran 8.1.3). Everything is taken out and
 * compared with the contents list before the first file appears in the target folder.
 */
public final class BundleExtractor {
    private static final String ADK_FOLDER = "adk/";
    private static final String P7M = ".p7m";

    private BundleExtractor() {}

    /**
     * A file that was given back.
     *
     * @param document what the contents list says of it
     * @param file     where it was written
     * @param sha256   of the file as written
     */
    public record Extracted(ContentsList.Document document, Path file, Sha256 sha256) {}

    /**
     * Extracts a bundle. That its signatures are valid is for the verifier to say.
     *
     * @param folder    made if it does not exist
     * @param overwrite whether existing files may be replaced
     * @throws SignerException {@link Problem.BundleUnusable}, {@link Problem.OutputExists}, {@link Problem.FileUnreadable}
     */
    public static List<Extracted> extract(Path bundle, Path folder, boolean overwrite)
            throws IOException, SignerException {
        try (Container container = Container.open(bundle, Strictness.STRICT)) {
            ContentsList contents = container
                    .read(ContentsList.ENTRY, ContentsListJson.MAX_SIZE)
                    .flatMap(ContentsListJson::read)
                    .orElseThrow(() -> unusable(bundle, Finding.Kind.ENTRY_MISSING, ContentsList.ENTRY));
            requireFree(contents, folder, overwrite);
            Files.createDirectories(folder);
            Path staging = Files.createTempDirectory(folder, ".espm-");
            try {
                List<Path> staged = stage(bundle, container, contents, staging);
                return publish(contents, staged, folder, overwrite);
            } finally {
                deleteAll(staging);
            }
        }
    }

    private static void requireFree(ContentsList contents, Path folder, boolean overwrite) throws SignerException {
        for (ContentsList.Document document : contents.dokumen()) {
            Path target = target(document, folder);
            if (!overwrite && Files.exists(target)) {
                throw new SignerException(new Problem.OutputExists(target));
            }
        }
    }

    /** The entry's name without its folder, which the container's check found harmless; an ADK also loses {@code .p7m}. */
    private static Path target(ContentsList.Document document, Path folder) {
        String entry = document.entry();
        String name = entry.substring(entry.lastIndexOf('/') + 1);
        if (document.isAdk() && entry.startsWith(ADK_FOLDER) && name.endsWith(P7M)) {
            name = name.substring(0, name.length() - P7M.length());
        }
        return folder.resolve(name);
    }

    private static List<Path> stage(Path bundle, Container container, ContentsList contents, Path staging)
            throws IOException, SignerException {
        List<Path> staged = new ArrayList<>();
        for (ContentsList.Document document : contents.dokumen()) {
            if (!container.names().contains(document.entry())) {
                throw unusable(bundle, Finding.Kind.ENTRY_MISSING, document.entry());
            }
            Path file = staging.resolve(String.valueOf(staged.size()));
            boolean original = document.isAdk()
                    ? adk(container, document, file)
                    : lampiran(container.region(document.entry()), document, file);
            if (!original) {
                throw unusable(bundle, Finding.Kind.ENTRY_DIFFERS, document.entry());
            }
            staged.add(file);
        }
        return staged;
    }

    private static boolean adk(Container container, ContentsList.Document document, Path file) throws IOException {
        try (InputStream in = container.open(document.entry());
                OutputStream out = Files.newOutputStream(file)) {
            new CmsVerifier().verifyEnveloping(in, out);
        }
        return Files.size(file) == document.size() && Sha256.of(file).hex().equals(document.sha256());
    }

    private static boolean lampiran(FileRegion region, ContentsList.Document document, Path file) throws IOException {
        try (InputStream in = region.open()) {
            Files.copy(in, file);
        }
        if (document.size() < 0 || document.size() > region.length()) {
            return false;
        }
        try (InputStream original = region.part(0, document.size()).open()) {
            return Sha256.of(original).hex().equals(document.sha256());
        }
    }

    private static List<Extracted> publish(ContentsList contents, List<Path> staged, Path folder, boolean overwrite)
            throws IOException, SignerException {
        List<Extracted> extracted = new ArrayList<>();
        for (int i = 0; i < staged.size(); i++) {
            ContentsList.Document document = contents.dokumen().get(i);
            Path target = target(document, folder);
            if (overwrite) {
                Files.move(staged.get(i), target, StandardCopyOption.REPLACE_EXISTING);
            } else {
                Files.move(staged.get(i), target);
            }
            extracted.add(new Extracted(document, target, Sha256.of(target)));
        }
        return extracted;
    }

    private static void deleteAll(Path staging) throws IOException {
        List<Path> left;
        try (var listed = Files.list(staging)) {
            left = listed.toList();
        }
        for (Path path : left) {
            Files.delete(path);
        }
        Files.delete(staging);
    }

    private static SignerException unusable(Path bundle, Finding.Kind kind, String entry) {
        return new SignerException(new Problem.BundleUnusable(bundle, new Finding(kind, entry)));
    }
}
