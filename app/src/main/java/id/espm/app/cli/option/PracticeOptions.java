package id.espm.app.cli.option;

import id.espm.app.cli.call.CommandContext;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where practice mode lives. */
public final class PracticeOptions {
    @Option(names = "--dir", paramLabel = "DIR", descriptionKey = "practice-dir")
    private @Nullable Path dir;

    /** The folder that the call names, else the one in the settings. */
    public Path dir(CommandContext context) {
        return dir == null ? context.settings().practice() : dir;
    }
}
