package id.espm.signer.bundle;

import id.espm.signer.CheckedFile;
import id.espm.signer.DigestAlgorithm;
import id.espm.signer.Problem;
import id.espm.signer.Sha256;
import id.espm.signer.SignerException;
import id.espm.signer.asic.container.Container;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.ArrayList;
import java.util.List;

/** A folder of our own beside the target, in which a bundle is taken apart; it is gone when this is closed. */
final class Staging implements Closeable {
    private final Path folder;

    private Staging(Path folder) {
        this.folder = folder;
    }

    static Staging beside(Path target) throws IOException {
        return new Staging(Files.createTempDirectory(target.toAbsolutePath().getParent(), ".espm-"));
    }

    /**
     * A copy that nobody else changes, of exactly what was checked.
     *
     * @throws SignerException {@link Problem.FileChanged}, {@link Problem.FileUnreadable}
     */
    Path copy(CheckedFile checked) throws IOException, SignerException {
        Path copy = folder.resolve("bundle");
        Sha256 hash;
        try (DigestInputStream in = new DigestInputStream(open(checked), DigestAlgorithm.SHA256.newDigest())) {
            Files.copy(in, copy);
            hash = Sha256.ofDigest(in.getMessageDigest().digest());
        }
        if (!hash.equals(checked.sha256())) {
            throw new SignerException(new Problem.FileChanged(checked.path()));
        }
        return copy;
    }

    private static InputStream open(CheckedFile checked) throws SignerException {
        try {
            return Files.newInputStream(checked.path());
        } catch (IOException e) {
            throw new SignerException(new Problem.FileUnreadable(checked.path()), e);
        }
    }

    /** An entry as a file. */
    CheckedFile entry(Container container, String name) throws IOException, SignerException {
        Path file = folder.resolve("entry");
        try (InputStream in = container.open(name)) {
            Files.copy(in, file);
        }
        return CheckedFile.of(file);
    }

    /** Frees the room that an entry took. */
    void remove(CheckedFile entry) throws IOException {
        Files.delete(entry.path());
    }

    @Override
    public void close() throws IOException {
        List<Path> left = new ArrayList<>();
        try (var listed = Files.list(folder)) {
            listed.forEach(left::add);
        }
        for (Path path : left) {
            Files.delete(path);
        }
        Files.delete(folder);
    }
}
