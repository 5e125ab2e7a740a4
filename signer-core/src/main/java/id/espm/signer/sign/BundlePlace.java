package id.espm.signer.sign;

import id.espm.signer.Problem;
import id.espm.signer.SignerException;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A bundle's place on the disk and the temporary file beside it: either the whole bundle appears, or nothing does. */
final class BundlePlace implements Closeable {
    private static final Logger LOG = LoggerFactory.getLogger(BundlePlace.class);

    private final Path target;
    private final Path temporary;
    private final boolean overwrite;

    private BundlePlace(Path target, Path temporary, boolean overwrite) {
        this.target = target;
        this.temporary = temporary;
        this.overwrite = overwrite;
    }

    /** @throws SignerException {@link Problem.OutputExists} */
    static BundlePlace reserve(Path target, boolean overwrite) throws IOException, SignerException {
        if (!overwrite && Files.exists(target)) {
            throw new SignerException(new Problem.OutputExists(target));
        }
        Files.createDirectories(target.toAbsolutePath().getParent());
        return new BundlePlace(target, TemporaryName.beside(target.toAbsolutePath()), overwrite);
    }

    /** Where to write; does not exist yet. */
    Path temporary() {
        return temporary;
    }

    /**
     * Lets the bundle appear in one step.
     *
     * @throws SignerException {@link Problem.OutputExists} if somebody else made it in the meantime
     */
    void publish() throws IOException, SignerException {
        if (overwrite) {
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } else {
            publishNew();
        }
        forceFolder();
    }

    /** A hard link fails where the target exists, which a rename does not on every system. */
    private void publishNew() throws IOException, SignerException {
        try {
            Files.createLink(target, temporary);
        } catch (FileAlreadyExistsException e) {
            throw new SignerException(new Problem.OutputExists(target), e);
        } catch (UnsupportedOperationException | IOException e) {
            LOG.debug("no hard links here, moving instead", e);
            moveNew();
        }
    }

    private void moveNew() throws IOException, SignerException {
        try {
            Files.move(temporary, target);
        } catch (FileAlreadyExistsException e) {
            throw new SignerException(new Problem.OutputExists(target), e);
        }
    }

    /** On POSIX systems a new name is on the disk only when its folder is; Windows does not open folders and needs no such step. */
    private void forceFolder() {
        try (FileChannel folder = FileChannel.open(target.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
            folder.force(true);
        } catch (IOException e) {
            LOG.debug("the folder cannot be forced to the disk on this system", e);
        }
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(temporary);
    }
}
