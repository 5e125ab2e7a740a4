package id.espm.app.cli.option;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where results go. */
public final class OutputOptions {
    @Option(names = "--out", paramLabel = "DIR", descriptionKey = "out")
    private @Nullable Path out;

    @Option(names = "--force", descriptionKey = "force")
    private boolean force;

    /** The folder that the call names. */
    public Optional<Path> out() {
        return Optional.ofNullable(out);
    }

    /** The folder that the call names, else the working folder. */
    public Path outOrHere() {
        return out().orElse(Path.of(""));
    }

    /** Whether existing files may be replaced. */
    public boolean force() {
        return force;
    }
}
