package id.espm.signer.trust.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers as they came, in memory and, with a folder, in a file each. What lies here is evidence and no verdict: whoever
 * reads it checks it as if it had just come. Several threads may use one; a folder that fails is done without.
 */
public final class EvidenceCache {
    private static final Logger LOG = LoggerFactory.getLogger(EvidenceCache.class);
    private static final long MAX_MEMORY = 2L * EvidenceHttp.MAX_CRL;

    private final Optional<Path> folder;
    /** The longest unused first. */
    private final Map<String, Kept> memory = new LinkedHashMap<>(16, 0.75f, true);

    public EvidenceCache(Optional<Path> folder) {
        this.folder = folder;
    }

    /** An answer and when it came. */
    @SuppressWarnings("ArrayRecordComponent") // never compared, and never changed
    public record Kept(byte[] content, Instant since) {
        /** Whether it came lately enough to ask nobody again. */
        public boolean isRecent(Instant at, RevocationSettings settings) {
            return !since.isAfter(at.plus(settings.tolerance()))
                    && since.plus(settings.keep()).isAfter(at);
        }
    }

    /** A file name for an answer from there about these. */
    public static String name(URI address, X509Certificate issuer, X509Certificate certificate) {
        try {
            MessageDigest hash = MessageDigest.getInstance("SHA-256");
            hash.update(address.toString().getBytes(StandardCharsets.UTF_8));
            hash.update(issuer.getEncoded());
            hash.update(certificate.getEncoded());
            return HexFormat.of().formatHex(hash.digest()) + ".der";
        } catch (NoSuchAlgorithmException | CertificateEncodingException e) {
            throw new IllegalStateException("this Java runtime has no SHA-256", e);
        }
    }

    public Optional<Kept> get(String name) {
        synchronized (memory) {
            Optional<Kept> known = Optional.ofNullable(memory.get(name));
            if (known.isPresent() || folder.isEmpty()) {
                return known;
            }
        }
        Optional<Kept> read = read(folder.get().resolve(name));
        read.ifPresent(kept -> remember(name, kept));
        return read;
    }

    public void put(String name, byte[] content, Instant at) {
        remember(name, new Kept(content, at));
        folder.ifPresent(in -> write(in, name, content, at));
    }

    /** Forgets what proved to be worthless. */
    public void drop(String name) {
        synchronized (memory) {
            memory.remove(name);
        }
        try {
            if (folder.isPresent()) {
                Files.deleteIfExists(folder.get().resolve(name));
            }
        } catch (IOException e) {
            LOG.debug("a kept answer cannot be removed", e);
        }
    }

    private void remember(String name, Kept kept) {
        synchronized (memory) {
            memory.put(name, kept);
            while (memory.size() > 1 && size() > MAX_MEMORY) {
                memory.remove(memory.keySet().iterator().next());
            }
        }
    }

    private long size() {
        return memory.values().stream().mapToLong(kept -> kept.content().length).sum();
    }

    private static Optional<Kept> read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            Instant since = Files.getLastModifiedTime(file).toInstant();
            byte[] content = in.readNBytes(EvidenceHttp.MAX_CRL + 1);
            return content.length > EvidenceHttp.MAX_CRL ? Optional.empty() : Optional.of(new Kept(content, since));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            LOG.debug("a kept answer cannot be read", e);
            return Optional.empty();
        }
    }

    private static void write(Path folder, String name, byte[] content, Instant at) {
        try {
            Files.createDirectories(folder);
            Path part = Files.createTempFile(folder, "part-", ".tmp");
            try {
                Files.write(part, content);
                Files.setLastModifiedTime(part, FileTime.from(at));
                Files.move(part, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            LOG.debug("an answer cannot be kept", e);
        }
    }
}
