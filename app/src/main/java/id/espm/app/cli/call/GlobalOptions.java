package id.espm.app.cli.call;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The options that every command takes, before or after its name. */
public final class GlobalOptions {
    /** The languages that there are. */
    public enum Language {
        ID,
        EN
    }

    /** Read before parsing as well, so that errors of parsing are told in it too. */
    @Option(names = "--lang", scope = ScopeType.INHERIT, paramLabel = "id|en", descriptionKey = "lang")
    private @Nullable Language language;

    @Option(names = "--config", scope = ScopeType.INHERIT, paramLabel = "DIR", descriptionKey = "config")
    private @Nullable Path config;

    @Option(
            names = {"-v", "--verbose"},
            scope = ScopeType.INHERIT,
            descriptionKey = "verbose")
    private boolean verbose;

    @Option(
            names = {"-q", "--quiet"},
            scope = ScopeType.INHERIT,
            descriptionKey = "quiet")
    private boolean quiet;

    /** Acted upon by picocli. */
    @SuppressWarnings("UnusedVariable")
    @Option(
            names = {"-h", "--help"},
            scope = ScopeType.INHERIT,
            usageHelp = true,
            descriptionKey = "help")
    private boolean help;

    /** The language that the call names. */
    public Optional<Language> language() {
        return Optional.ofNullable(language);
    }

    /** The settings folder that the call names. */
    public Optional<Path> config() {
        return Optional.ofNullable(config);
    }

    /** Whether more is to be said. */
    public boolean verbose() {
        return verbose;
    }

    /** Whether nothing but results and errors is to be said. */
    public boolean quiet() {
        return quiet;
    }
}
