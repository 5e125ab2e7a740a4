package id.espm.signer.asic.container;

import id.espm.signer.DigestAlgorithm;
import id.espm.signer.Sha256;
import id.espm.signer.SignerException;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.time.LocalDateTime;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

/** Writes the ZIP of an ASiC-E container: {@code mimetype} first and stored, each further entry hashed while it is written. */
public final class ContainerWriter implements Closeable {
    /** The media type of an ASiC-E container. */
    public static final String MIMETYPE = "application/vnd.etsi.asic-e+zip";
    /** The entry that holds it. */
    public static final String MIMETYPE_ENTRY = "mimetype";

    /** From this size of input on, ZIP64 fields are kept ready. */
    private static final long ZIP64_FROM = 3L << 30;

    private final FileChannel channel;
    private final ZipArchiveOutputStream zip;
    private final LocalDateTime time;

    /** What fills an entry. */
    public interface EntryContent {
        /** Writes the content. */
        void writeTo(OutputStream out) throws IOException, SignerException;
    }

    /**
     * Begins a container.
     *
     * @param file         must not exist
     * @param time         the modification time that all entries state
     * @param expectedSize of all content together, in bytes, roughly
     */
    public ContainerWriter(Path file, LocalDateTime time, long expectedSize) throws IOException {
        this.channel = FileChannel.open(
                file, StandardOpenOption.WRITE, StandardOpenOption.READ, StandardOpenOption.CREATE_NEW);
        this.zip = new ZipArchiveOutputStream(channel);
        this.time = time;
        zip.setEncoding("UTF-8");
        zip.setUseLanguageEncodingFlag(true);
        zip.setUseZip64(expectedSize < ZIP64_FROM ? Zip64Mode.Never : Zip64Mode.AsNeeded);
        writeMimetype();
    }

    private void writeMimetype() throws IOException {
        byte[] content = MIMETYPE.getBytes(StandardCharsets.US_ASCII);
        CRC32 crc = new CRC32();
        crc.update(content);
        ZipArchiveEntry entry = entry(MIMETYPE_ENTRY, false);
        entry.setSize(content.length);
        entry.setCrc(crc.getValue());
        zip.putArchiveEntry(entry);
        zip.write(content);
        zip.closeArchiveEntry();
    }

    /**
     * Writes one entry.
     *
     * @param deflate whether its content is worth deflating
     * @return the hash of what was written
     */
    public Sha256 write(String name, boolean deflate, EntryContent content) throws IOException, SignerException {
        zip.putArchiveEntry(entry(name, deflate));
        DigestOutputStream hashed = new DigestOutputStream(zip, DigestAlgorithm.SHA256.newDigest());
        OutputStream buffered = new BufferedOutputStream(hashed, 1 << 16);
        content.writeTo(buffered);
        buffered.flush();
        zip.closeArchiveEntry();
        return Sha256.ofDigest(hashed.getMessageDigest().digest());
    }

    private ZipArchiveEntry entry(String name, boolean deflate) {
        ZipArchiveEntry entry = new ZipArchiveEntry(name);
        entry.setMethod(deflate ? ZipArchiveEntry.DEFLATED : ZipArchiveEntry.STORED);
        entry.setTimeLocal(time);
        return entry;
    }

    /** Completes the container and forces it to the disk. */
    public void finish() throws IOException {
        zip.finish();
        channel.force(true);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
