package id.espm.app.update;

import id.espm.signer.WholeFile;
import id.espm.signer.key.PublicKeyPin;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/**
 * The release file that was accepted last, kept as it was signed: what is older is refused. It is believed by its signature
 * alone, so that one which was changed on the disk, or signed by a key that counts no more, is as if it were not there.
 */
final class ReleaseMemory {
    private final Path file;
    private final Set<PublicKeyPin> keys;

    ReleaseMemory(Path file, Set<PublicKeyPin> keys) {
        this.file = file;
        this.keys = keys;
    }

    /** What it says, were it expired. */
    Optional<PublishedRelease> last() {
        try (InputStream in = Files.newInputStream(file)) {
            return Optional.of(SignedRelease.open(in.readNBytes(UpdateCheck.MAX_BYTES), keys));
        } catch (IOException | UpdateException e) {
            // None yet, or one that proves nothing: there is nothing to compare with.
            return Optional.empty();
        }
    }

    /** Keeps one that was accepted, whole or not at all. */
    void keep(byte[] cms) throws IOException {
        WholeFile.replace(file, cms);
    }
}
