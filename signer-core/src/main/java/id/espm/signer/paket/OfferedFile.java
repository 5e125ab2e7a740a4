package id.espm.signer.paket;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A file that may become a part of a package, wherever it lies.
 *
 * @param path  the file
 * @param group the folder within the package that holds it, whose name is that of its document; empty where it lies by itself
 * @param deep  whether it lies deeper than a package has folders
 * @param place where it belongs, once somebody said so
 */
public record OfferedFile(Path path, Optional<String> group, boolean deep, Optional<Place> place) {

    /** Where a file belongs, as somebody said who knows. */
    public sealed interface Place {
        /** It is the ADK of a document. */
        record Adk(String document) implements Place {}

        /** It is an attachment of a document. */
        record Lampiran(String document) implements Place {}

        /** It is no part of the package. */
        record LeftOut() implements Place {}
    }

    /** A file that was named by itself. */
    public static OfferedFile single(Path path) {
        return new OfferedFile(path, Optional.empty(), false, Optional.empty());
    }

    /** The same, with its place. */
    public OfferedFile at(Place said) {
        return new OfferedFile(path, group, deep, Optional.of(said));
    }
}
