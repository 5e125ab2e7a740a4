package id.espm.app.signing;

import id.espm.app.database.FullDisk;
import id.espm.signer.CheckedFile;
import id.espm.signer.Problem;
import id.espm.signer.SignerException;
import id.espm.signer.sign.CheckedBundle;
import id.espm.signer.sign.CheckedPackage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The folder for results: whether it can be written to and has room, told before anything is signed. */
public final class OutputFolder {
    /** What signatures add to a document, and more. */
    private static final long OVERHEAD = 1 << 16;

    private final Path folder;

    public OutputFolder(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    /**
     * Refuses a folder that is not there and cannot be made, or in which nothing can be written. Makes nothing.
     *
     * @throws SignerException {@link Problem.OutputNotWritable}
     */
    public void requireWritable() throws SignerException {
        Path existing = existing();
        if (!Files.isDirectory(existing) || !Files.isWritable(existing)) {
            throw new SignerException(new Problem.OutputNotWritable(folder));
        }
    }

    /**
     * Refuses a package for which the disk has no room.
     *
     * @throws SignerException {@link Problem.DiskFull}
     */
    public void requireRoom(CheckedPackage checked) throws SignerException {
        requireRoom(needed(checked));
    }

    void requireRoom(long needed) throws SignerException {
        File disk = existing().toFile();
        long free = disk.getUsableSpace();
        // Some network drives tell nothing.
        if (free < needed && disk.getTotalSpace() > 0) {
            throw new SignerException(new Problem.DiskFull(folder, needed, free));
        }
    }

    /** What it means that so many bytes could not be written. */
    SignerException meaning(IOException failure, long needed) throws IOException {
        if (FullDisk.isMeantBy(failure)) {
            long free = Files.getFileStore(existing()).getUsableSpace();
            return new SignerException(new Problem.DiskFull(folder, needed, free), failure);
        }
        throw failure;
    }

    /** About how large the bundle of a package becomes. */
    static long needed(CheckedPackage checked) {
        return checked.request().sources().values().stream()
                .mapToLong(CheckedFile::size)
                .map(size -> size + OVERHEAD)
                .sum();
    }

    /** About how large a bundle becomes by one more official's signatures. */
    static long needed(CheckedBundle checked) {
        return checked.file().size() + checked.contents().dokumen().size() * OVERHEAD;
    }

    private Path existing() {
        Path path = folder;
        while (!Files.exists(path) && path.getParent() != null) {
            path = path.getParent();
        }
        return path;
    }
}
