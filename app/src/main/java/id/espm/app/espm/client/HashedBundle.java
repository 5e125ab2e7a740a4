package id.espm.app.espm.client;

import id.espm.app.espm.EspmException;
import id.espm.app.espm.EspmProblem;
import id.espm.signer.DigestAlgorithm;
import id.espm.signer.Sha256;
import java.io.EOFException;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * A bundle as it was when it was hashed. Each block of it has a checksum besides, so that a file that is changed meanwhile is
 * noticed at the block that is to be sent. What proves the whole is its hash alone: {@link #requireUnchanged} after the last
 * byte, and the server, which accepts nothing else.
 */
public final class HashedBundle {
    private static final int BLOCK = 64 << 10;

    private final Path file;
    private final long size;
    private final Sha256 sha256;
    private final List<Long> blocks;

    private HashedBundle(Path file, long size, Sha256 sha256, List<Long> blocks) {
        this.file = file;
        this.size = size;
        this.sha256 = sha256;
        this.blocks = blocks;
    }

    /**
     * Reads the file once.
     *
     * @throws IOException if it cannot be read
     */
    public static HashedBundle of(Path file) throws IOException, InterruptedException {
        MessageDigest whole = DigestAlgorithm.SHA256.newDigest();
        List<Long> blocks = new ArrayList<>();
        long size = 0;
        // Not a channel: an interrupt would close it in the midst of a read and look like a damaged file.
        try (FileInputStream in = new FileInputStream(file.toFile())) {
            for (byte[] block = in.readNBytes(BLOCK); block.length > 0; block = in.readNBytes(BLOCK)) {
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
                whole.update(block);
                blocks.add(checksum(block, 0, block.length));
                size += block.length;
            }
        }
        return new HashedBundle(file, size, Sha256.ofDigest(whole.digest()), List.copyOf(blocks));
    }

    public Path file() {
        return file;
    }

    /** In bytes. */
    public long size() {
        return size;
    }

    public Sha256 sha256() {
        return sha256;
    }

    /**
     * Reads the file again and compares it.
     *
     * @throws EspmException {@link EspmProblem.BundleChanged}
     */
    public void requireUnchanged() throws EspmException, IOException, InterruptedException {
        if (!of(file).sha256().equals(sha256)) {
            throw changed();
        }
    }

    /**
     * A stretch of the bytes that were hashed.
     *
     * @throws EspmException {@link EspmProblem.BundleChanged}
     */
    byte[] read(long offset, int length) throws EspmException, IOException {
        long first = offset / BLOCK;
        long end = Math.min(size, (offset + length + BLOCK - 1) / BLOCK * BLOCK);
        byte[] stretch = new byte[Math.toIntExact(end - first * BLOCK)];
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            if (in.length() != size) {
                throw changed();
            }
            in.seek(first * BLOCK);
            in.readFully(stretch);
        } catch (EOFException e) {
            throw changed();
        }
        for (int from = 0, block = Math.toIntExact(first); from < stretch.length; from += BLOCK, block++) {
            if (checksum(stretch, from, Math.min(BLOCK, stretch.length - from)) != blocks.get(block)) {
                throw changed();
            }
        }
        int skip = Math.toIntExact(offset - first * BLOCK);
        return skip == 0 && stretch.length == length ? stretch : Arrays.copyOfRange(stretch, skip, skip + length);
    }

    private static long checksum(byte[] bytes, int from, int length) {
        CRC32C checksum = new CRC32C();
        checksum.update(bytes, from, length);
        return checksum.getValue();
    }

    private EspmException changed() {
        return new EspmException(new EspmProblem.BundleChanged(file));
    }
}
