package id.espm.sandbox.judge.bundle;

import id.espm.sandbox.judge.bundle.UnsafeBundleException.Reason;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * The files of a bundle, taken out into a folder of their own under names of our own, after the container was found
 * harmless. Close it to remove them.
 */
public final class BundleFiles implements Closeable {
    /** The entry that tells the type of the container; it comes first. */
    public static final String MIMETYPE = BundleLayout.MIMETYPE;

    /** The contents list. */
    public static final String PAKET = BundleLayout.PAKET;

    private static final int MAX_ENTRIES = 500;
    private static final long MAX_TOTAL = 1L << 30;
    /** Deflate cannot do better than 1:1032; honest ADK and PDFs stay far below this. */
    private static final long MAX_RATIO = 200;

    private static final long MAX_SMALL = 1 << 22;
    private static final long RATIO_MATTERS_FROM = 1 << 20;

    private final Path folder;
    private final Map<String, Path> files;

    private BundleFiles(Path folder, Map<String, Path> files) {
        this.folder = folder;
        this.files = Collections.unmodifiableMap(files);
    }

    /**
     * Opens a bundle.
     *
     * @throws UnsafeBundleException when the container is hostile, damaged or not laid out as a bundle
     * @throws IOException when this machine's files fail
     */
    public static BundleFiles open(Path bundle) throws IOException {
        Path folder = Files.createTempDirectory("espm-bundle");
        BundleFiles opened = new BundleFiles(folder, extract(bundle, folder));
        boolean safe = false;
        try {
            BundleLayout.checkLayout(opened.files.keySet());
            opened.checkMimetype();
            safe = true;
            return opened;
        } finally {
            if (!safe) {
                opened.close();
            }
        }
    }

    /** Entry names to extracted files, in the order of the container. */
    public Map<String, Path> files() {
        return files;
    }

    /** Names that start with the given prefix, in order. */
    public List<String> names(String prefix) {
        return files.keySet().stream().filter(n -> n.startsWith(prefix)).toList();
    }

    /**
     * Where the content of an entry lies.
     *
     * @throws UnsafeBundleException when there is no such entry
     */
    public Path file(String name) throws UnsafeBundleException {
        return Optional.ofNullable(files.get(name))
                .orElseThrow(() -> new UnsafeBundleException(Reason.MISSING_ENTRY, name));
    }

    /** The content of an entry that is small by its nature. */
    public byte[] bytes(String name) throws IOException {
        Path file = file(name);
        if (Files.size(file) > MAX_SMALL) {
            throw new UnsafeBundleException(Reason.TOO_LARGE, name);
        }
        return Files.readAllBytes(file);
    }

    @Override
    public void close() throws IOException {
        delete(folder);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }

    private void checkMimetype() throws IOException {
        String first = files.keySet().iterator().next();
        String content = new String(bytes(BundleLayout.MIMETYPE), StandardCharsets.US_ASCII);
        if (!first.equals(BundleLayout.MIMETYPE) || !content.equals(BundleLayout.MIMETYPE_CONTENT)) {
            throw new UnsafeBundleException(Reason.WRONG_MIMETYPE, first);
        }
    }

    private static Map<String, Path> extract(Path bundle, Path folder) throws IOException {
        boolean done = false;
        try (ZipFile zip = new ZipFile(bundle.toFile(), StandardCharsets.UTF_8)) {
            List<? extends ZipEntry> entries = zip.stream().toList();
            checkDirectory(bundle, entries);
            Map<String, Path> files = new LinkedHashMap<>();
            long left = MAX_TOTAL;
            for (ZipEntry entry : entries) {
                Path file = folder.resolve(files.size() + ".bin");
                try (InputStream in = zip.getInputStream(entry)) {
                    left -= copy(in, file, Math.min(left, limit(entry)), entry.getName());
                }
                files.put(entry.getName(), file);
            }
            done = true;
            return files;
        } catch (ZipException | IllegalArgumentException e) {
            throw new UnsafeBundleException(Reason.NOT_A_ZIP, e);
        } finally {
            if (!done) {
                delete(folder);
            }
        }
    }

    private static void checkDirectory(Path bundle, List<? extends ZipEntry> entries) throws IOException {
        if (entries.isEmpty()) {
            throw new UnsafeBundleException(Reason.NOT_A_ZIP, "");
        }
        if (entries.size() > MAX_ENTRIES) {
            throw new UnsafeBundleException(Reason.TOO_LARGE, "");
        }
        BundleLayout.checkNames(entries.stream().map(ZipEntry::getName).toList());
        if (entries.getFirst().getMethod() != ZipEntry.STORED) {
            throw new UnsafeBundleException(
                    Reason.WRONG_MIMETYPE, entries.getFirst().getName());
        }
        ZipStream.checkAgrees(bundle, entries);
    }

    private static long limit(ZipEntry entry) {
        return Math.max(RATIO_MATTERS_FROM, entry.getCompressedSize() * MAX_RATIO);
    }

    private static long copy(InputStream in, Path file, long limit, String name) throws IOException {
        long total = 0;
        byte[] buffer = new byte[1 << 16];
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                total += n;
                if (total > limit) {
                    throw new UnsafeBundleException(Reason.TOO_LARGE, name);
                }
                out.write(buffer, 0, n);
            }
        }
        return total;
    }
}
