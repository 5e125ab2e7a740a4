package id.espm.app.cli.option;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Whom to trust. */
public final class TrustOption {
    @Option(names = "--trust", paramLabel = "DIR", descriptionKey = "trust")
    private @Nullable Path trust;

    /** The folder that the call names. */
    public Optional<Path> folder() {
        return Optional.ofNullable(trust);
    }
}
