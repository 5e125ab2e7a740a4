package id.espm.app.gui.paket;

import id.espm.app.signing.SecretFile;
import id.espm.signer.Problem;
import id.espm.signer.SignerException;
import id.espm.signer.adk.contents.AdkReader;
import id.espm.signer.key.Secret;
import java.nio.file.Path;
import java.util.Optional;

/** The password of ADKs: typed once and kept in memory, or in the file that the profile names. For several threads. */
final class AdkPassword implements AutoCloseable {
    private final Optional<Path> file;
    private Optional<Secret> known = Optional.empty();

    AdkPassword(Optional<Path> file) {
        this.file = file;
    }

    /** @param password becomes this object's to wipe */
    synchronized void type(Secret password) {
        close();
        known = Optional.of(password);
    }

    /**
     * Reads ADKs with what is known now. A file without a password in one line is as if it could not be read.
     *
     * @throws SignerException {@link Problem.FileUnreadable}
     */
    synchronized AdkReader reader() throws SignerException {
        if (known.isEmpty() && file.isPresent()) {
            Path path = file.get();
            known = Optional.of(
                    SecretFile.oneLine(path).orElseThrow(() -> new SignerException(new Problem.FileUnreadable(path))));
        }
        return known.map(AdkReader::withPassword).orElseGet(AdkReader::withoutPassword);
    }

    @Override
    public synchronized void close() {
        known.ifPresent(Secret::close);
        known = Optional.empty();
    }
}
