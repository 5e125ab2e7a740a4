package id.espm.app.update;

import id.espm.app.update.PublishedRelease.ReleasePackage;
import id.espm.signer.Sha256;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Whether a package that somebody downloaded is one of those that were published, judged by its bytes and not by its name.
 *
 * @param file    the package
 * @param sha256  of its bytes
 * @param listed  the published package of these bytes
 * @param outcome what came of it
 */
public record PackageCheck(Path file, Sha256 sha256, Optional<ReleasePackage> listed, Outcome outcome) {

    /** What a package is worth. */
    public enum Outcome {
        /** It is what was published. */
        GENUINE,
        /** It bears the name of a published package and is none: damaged, cut off, or made by somebody else. */
        CHANGED,
        /** It is no package of this release. */
        NOT_LISTED
    }

    /** Reads the whole file once. */
    public static PackageCheck of(Path file, PublishedRelease release) throws IOException {
        Sha256 sha256 = Sha256.of(file);
        Optional<ReleasePackage> listed = release.withHash(sha256);
        Outcome otherwise = release.names(String.valueOf(file.getFileName())) ? Outcome.CHANGED : Outcome.NOT_LISTED;
        return new PackageCheck(file, sha256, listed, listed.isPresent() ? Outcome.GENUINE : otherwise);
    }

    public boolean isGenuine() {
        return outcome == Outcome.GENUINE;
    }
}
