package id.espm.app.history;

import id.espm.signer.Sha256;
import java.nio.file.Path;

/**
 * What is signed only once: a package, by what is in it, on its way to a folder. Changed inputs are another package.
 *
 * @param output      the folder for results; absolute
 * @param source      the package's folder; absolute
 * @param part        which part of a package that was split, from 1; 0 where it was not
 * @param fingerprint of everything that is signed
 */
public record SigningId(Path output, Path source, int part, Sha256 fingerprint) {
    /** A package; the folders are made absolute. */
    public SigningId {
        output = output.toAbsolutePath().normalize();
        source = source.toAbsolutePath().normalize();
        if (part < 0) {
            throw new IllegalArgumentException("part " + part);
        }
    }
}
