package id.espm.app.gui.preview;

import id.espm.app.gui.look.Failure;
import id.espm.signer.pdf.SigningPlaces;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A PDF of the package.
 *
 * @param file    under this path it is signed
 * @param nomor   the document that it belongs to
 * @param places  where a signature could be seen; nothing where that could not be read
 * @param failure why it could not be read
 */
public record PreviewDocument(Path file, String nomor, Optional<SigningPlaces> places, Optional<Failure> failure) {
    String name() {
        return String.valueOf(file.getFileName());
    }

    /** Whether a signature can be seen in it. */
    boolean mayBeSeen() {
        return places.map(SigningPlaces::unseen).filter(Optional::isEmpty).isPresent();
    }
}
