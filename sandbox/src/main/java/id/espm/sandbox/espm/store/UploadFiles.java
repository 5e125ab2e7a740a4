package id.espm.sandbox.espm.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The bytes of the uploads, one file each, on disk before anyone is told so. */
public final class UploadFiles {
    private static final int BUFFER = 1 << 16;
    /** Beside -1 for the end of a stream: the stream broke. */
    private static final int CUT = -2;

    private final Path folder;

    /**
     * Uses a folder, and makes it when it is not there.
     *
     * @throws IOException when it cannot be made
     */
    public UploadFiles(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
    }

    /** What came of an append; the hash in lower-case hex, {@code cut} when the sender broke off; {@code overrun} when there was more than fits. */
    public record Appended(long bytes, String sha256, boolean cut, boolean overrun) {}

    /** Where the bytes of an upload are. */
    public Path file(String id) {
        return folder.resolve(id + ".bin");
    }

    /**
     * Writes what the stream gives at the given offset and flushes it to disk. Nothing after {@code offset + room} is
     * ever written.
     *
     * @throws IOException when this machine's disk fails; a sender that breaks off is an {@link Appended#cut()}
     */
    public Appended append(String id, long offset, long room, InputStream in) throws IOException {
        MessageDigest digest = sha256();
        try (FileChannel out = FileChannel.open(file(id), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            out.truncate(offset);
            out.position(offset);
            long written = 0;
            byte[] buffer = new byte[BUFFER];
            boolean cut = false;
            boolean overrun = false;
            while (!overrun) {
                int n = readOrCut(in, buffer);
                if (n < 0) {
                    cut = n == CUT;
                    break;
                }
                overrun = written + n > room;
                if (!overrun) {
                    write(out, buffer, n);
                    digest.update(buffer, 0, n);
                    written += n;
                }
            }
            out.force(true);
            return new Appended(written, HexFormat.of().formatHex(digest.digest()), cut, overrun);
        }
    }

    /** Takes back what lies after the given offset. */
    public void truncate(String id, long offset) throws IOException {
        try (FileChannel out = FileChannel.open(file(id), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            out.truncate(offset);
            out.force(true);
        }
    }

    /** Changes the first byte, as a disk does that goes bad. */
    public void damage(String id) throws IOException {
        try (FileChannel file = FileChannel.open(file(id), StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            ByteBuffer first = ByteBuffer.allocate(1);
            file.read(first, 0);
            first.put(0, (byte) ~first.get(0));
            file.write(first.flip(), 0);
        }
    }

    /** SHA-256 of the whole file, in lower-case hex. */
    public String hash(String id) throws IOException {
        MessageDigest digest = sha256();
        try (InputStream in = Files.newInputStream(file(id))) {
            byte[] buffer = new byte[BUFFER];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Forgets an upload's bytes. */
    public void delete(String id) throws IOException {
        Files.deleteIfExists(file(id));
    }

    /** Only the network side may fail here; that is the sender's end of the wire, not an error of ours. */
    private static int readOrCut(InputStream in, byte[] buffer) {
        try {
            return in.read(buffer);
        } catch (IOException e) {
            return CUT;
        }
    }

    private static void write(FileChannel out, byte[] bytes, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes, 0, length);
        while (buffer.hasRemaining()) {
            out.write(buffer);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
