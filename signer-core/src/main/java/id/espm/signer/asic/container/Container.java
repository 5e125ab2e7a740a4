package id.espm.signer.asic.container;

import id.espm.signer.DigestAlgorithm;
import id.espm.signer.FileRegion;
import id.espm.signer.Finding;
import id.espm.signer.Problem;
import id.espm.signer.Sha256;
import id.espm.signer.SignerException;
import java.io.Closeable;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.compress.archivers.zip.UnicodePathExtraField;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * A container opened for reading, after {@link ContainerCheck} found nothing against it. What was inflated for random access
 * lies in temporary files until it is closed.
 */
public final class Container implements Closeable {
    private final Path file;
    private final ZipFile zip;
    private final Map<String, ZipArchiveEntry> entries;
    private final List<Path> temporary = new ArrayList<>();
    private final Map<String, Sha256> hashes = new HashMap<>();

    private Container(Path file, ZipFile zip, Map<String, ZipArchiveEntry> entries) {
        this.file = file;
        this.zip = zip;
        this.entries = entries;
    }

    /**
     * Opens a container.
     *
     * @throws SignerException {@link Problem.BundleUnusable} for whatever is not sound, {@link Problem.FileUnreadable}
     * @throws IOException     if the file cannot be read at all
     */
    public static Container open(Path file, Strictness strictness) throws IOException, SignerException {
        if (!Files.isReadable(file) || !Files.isRegularFile(file)) {
            throw new SignerException(new Problem.FileUnreadable(file));
        }
        ZipFile zip;
        try {
            zip = builder(file).get();
        } catch (IOException | RuntimeException e) {
            // Hostile bytes come out of the library as exceptions of many kinds.
            throw unusable(file, ZipLayout.whyUnreadable(file), e);
        }
        boolean sound = false;
        try {
            Map<String, ZipArchiveEntry> entries = new LinkedHashMap<>();
            for (ZipArchiveEntry entry : Collections.list(zip.getEntriesInPhysicalOrder())) {
                entries.put(entry.getName(), entry);
            }
            Optional<String> objection = ContainerCheck.objection(file, zip, strictness);
            if (objection.isPresent()) {
                throw unusable(file, objection.get(), null);
            }
            Optional<String> damaged = new ContentCheck(file, strictness).damaged(entries.values());
            if (damaged.isPresent()) {
                throw unusable(file, "damaged: " + damaged.get(), null);
            }
            sound = true;
            return new Container(file, zip, entries);
        } finally {
            if (!sound) {
                zip.close();
            }
        }
    }

    /** The names that a ZIP lists, before anything of it is checked; nothing where it cannot be read. */
    public static List<String> claimedNames(Path file) {
        try (ZipFile zip = builder(file).setIgnoreLocalFileHeader(true).get()) {
            return Collections.list(zip.getEntries()).stream()
                    .map(ZipArchiveEntry::getName)
                    .toList();
        } catch (IOException | RuntimeException e) {
            return List.of();
        }
    }

    private static ZipFile.Builder builder(Path file) {
        return ZipFile.builder().setPath(file).setUseUnicodeExtraFields(false);
    }

    private static SignerException unusable(Path file, String detail, @Nullable Throwable cause) {
        return new SignerException(
                new Problem.BundleUnusable(file, new Finding(Finding.Kind.BUNDLE_UNREADABLE, detail)), cause);
    }

    /** The names of all entries, in the order in which they stand. */
    public Set<String> names() {
        return entries.keySet();
    }

    /** Opens an entry; more than its stated size is never read. */
    public InputStream open(String name) throws IOException {
        ZipArchiveEntry entry = entry(name);
        return entry.getMethod() == ZipArchiveEntry.STORED ? region(name).open() : zip.getInputStream(entry);
    }

    /**
     * Reads a short entry whole.
     *
     * @return nothing if it is not there, or longer than allowed
     */
    public Optional<byte[]> read(String name, int maxSize) throws IOException {
        ZipArchiveEntry entry = entries.get(name);
        if (entry == null || entry.getSize() > maxSize) {
            return Optional.empty();
        }
        try (InputStream in = open(name)) {
            return Optional.of(in.readNBytes(maxSize));
        }
    }

    /** Whether an entry is a mere folder. */
    public boolean isDirectory(String name) {
        ZipArchiveEntry entry = entries.get(name);
        return entry != null && entry.isDirectory();
    }

    /** Whether systems or readers differ about an entry's name: not in UTF-8, told twice, or impossible on some. */
    public boolean isNameUnclear(String name) {
        ZipArchiveEntry entry = entries.get(name);
        if (entry == null) {
            return false;
        }
        boolean otherName = entry.getExtraField(UnicodePathExtraField.UPATH_ID) instanceof UnicodePathExtraField field
                && !Arrays.equals(field.getUnicodeName(), entry.getRawName());
        return otherName
                || !name.equals(new String(entry.getRawName(), StandardCharsets.UTF_8))
                || !EntryNames.isPortable(name);
    }

    /** The hash of an entry as it stands; read once, however often it is asked for. */
    public Sha256 hash(String name) throws IOException {
        Sha256 known = hashes.get(name);
        if (known == null) {
            try (InputStream in = open(name)) {
                known = Sha256.of(in);
            }
            hashes.put(name, known);
        }
        return known;
    }

    /** The hash of an entry as it stands, in lower-case hexadecimal digits. */
    public String hash(String name, DigestAlgorithm algorithm) throws IOException {
        DigestInputStream in = new DigestInputStream(open(name), algorithm.newDigest());
        try (in) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(in.getMessageDigest().digest());
    }

    /** An entry for random access: in place where it is stored, from a temporary file where it is deflated. */
    public FileRegion region(String name) throws IOException {
        ZipArchiveEntry entry = entry(name);
        if (entry.getMethod() == ZipArchiveEntry.STORED) {
            return new FileRegion(file, entry.getDataOffset(), entry.getSize());
        }
        Path inflated = Files.createTempFile("espm-", ".entry");
        temporary.add(inflated);
        try (InputStream in = zip.getInputStream(entry)) {
            Files.copy(in, inflated, StandardCopyOption.REPLACE_EXISTING);
        }
        return FileRegion.whole(inflated);
    }

    private ZipArchiveEntry entry(String name) throws IOException {
        ZipArchiveEntry entry = entries.get(name);
        if (entry == null) {
            throw new FileNotFoundException(name);
        }
        return entry;
    }

    @Override
    public void close() throws IOException {
        zip.close();
        for (Path path : temporary) {
            Files.deleteIfExists(path);
        }
    }
}
