package id.espm.app.settings;

import id.espm.signer.Problem;
import id.espm.signer.SignerException;
import id.espm.signer.WholeFile;
import id.espm.signer.rules.Rules;
import id.espm.signer.trust.TrustAnchors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Where everything lies that the user set up: {@code profile.json}, {@code rules.json}, {@code trust/}, {@code cache/},
 * {@code logs/}, {@code templates/}, {@code history/}, {@code outbox.db}, {@code window.json}, {@code certificate.json},
 * {@code update.p7m}, {@code drafts/}, {@code practice/}. None of it need exist; what is missing has a default.
 *
 * @param root the folder
 */
public record SettingsFolder(Path root) {
    private static final String NAME = "espm-signer";

    /** What the place of the folder depends on. */
    public record Platform(Map<String, String> environment, String osName, Path home) {
        public Platform {
            environment = Map.copyOf(environment);
        }

        /** This machine. */
        public static Platform current() {
            return new Platform(
                    System.getenv(), System.getProperty("os.name", ""), Path.of(System.getProperty("user.home", ".")));
        }
    }

    /**
     * Finds the folder: what the call says ({@code --config}), then {@code ESPM_HOME}, then the platform's own place
     * ({@code %APPDATA%}, {@code ~/Library/Application Support}, {@code XDG_CONFIG_HOME} or {@code ~/.config}).
     */
    public static SettingsFolder locate(Optional<Path> said, Platform platform) {
        return new SettingsFolder(said.or(() -> variable(platform, "ESPM_HOME"))
                .orElseGet(() -> ofPlatform(platform).resolve(NAME)));
    }

    private static Path ofPlatform(Platform platform) {
        String os = platform.osName().toLowerCase(Locale.ROOT);
        if (os.startsWith("windows")) {
            return variable(platform, "APPDATA")
                    .orElseGet(() -> platform.home().resolve("AppData").resolve("Roaming"));
        }
        if (os.startsWith("mac")) {
            return platform.home().resolve("Library").resolve("Application Support");
        }
        return variable(platform, "XDG_CONFIG_HOME")
                .filter(Path::isAbsolute)
                .orElseGet(() -> platform.home().resolve(".config"));
    }

    private static Optional<Path> variable(Platform platform, String name) {
        return Optional.ofNullable(platform.environment().get(name))
                .filter(value -> !value.isBlank())
                .map(Path::of);
    }

    /**
     * What {@code profile.json} says; nothing where there is none.
     *
     * @throws SignerException {@link Problem.PackageDescriptionInvalid}, {@link Problem.FileUnreadable}
     */
    public UserProfile profile() throws SignerException {
        return Files.exists(profileFile()) ? ProfileJson.read(profileFile()) : UserProfile.none();
    }

    /** Writes {@code profile.json}, whole or not at all. */
    public void save(UserProfile profile) throws IOException {
        WholeFile.replace(profileFile(), ProfileJson.write(profile));
    }

    /**
     * Gives a profile that cannot be read another name, which no file has yet, so that one can begin anew and nothing is lost.
     *
     * @return where it is now
     */
    public Path setProfileAside() throws IOException {
        int number = 1;
        Path aside = root.resolve("profile.json.rusak");
        while (Files.exists(aside)) {
            number++;
            aside = root.resolve("profile.json.rusak-" + number);
        }
        return Files.move(profileFile(), aside);
    }

    /** What the window remembers by itself, in {@code window.json}; nothing where there is none. */
    public WindowMemory window() {
        return WindowMemory.read(windowFile());
    }

    /** Changes what the window remembers, whole or not at all. For one thread: that of the window. */
    public void remember(UnaryOperator<WindowMemory> change) throws IOException {
        WholeFile.replace(windowFile(), change.apply(window()).bytes());
    }

    /** The certificate that was used last, in {@code certificate.json}; empty where none was, or it cannot be read. */
    public Optional<SeenCertificate> seenCertificate() {
        return SeenCertificate.read(seenFile());
    }

    /** Writes {@code certificate.json}, whole or not at all. */
    public void save(SeenCertificate seen) throws IOException {
        WholeFile.replace(seenFile(), seen.bytes());
    }

    private Path seenFile() {
        return root.resolve("certificate.json");
    }

    private Path windowFile() {
        return root.resolve("window.json");
    }

    /**
     * The rules of {@code rules.json}, or those that come with the program.
     *
     * @throws SignerException {@link Problem.RulesInvalid}, {@link Problem.FileUnreadable}
     */
    public Rules rules() throws SignerException {
        Path file = root.resolve("rules.json");
        return Files.exists(file) ? Rules.read(file) : Rules.builtIn();
    }

    /**
     * The certificates in {@code trust/}.
     *
     * @throws SignerException {@link Problem.TrustAnchorUnreadable}
     */
    public TrustAnchors anchors() throws IOException, SignerException {
        return TrustAnchors.read(trust());
    }

    public Path profileFile() {
        return root.resolve("profile.json");
    }

    /** Certificates to trust, PEM or DER. */
    public Path trust() {
        return root.resolve("trust");
    }

    /** What was fetched and can be fetched again: answers of OCSP responders, CRLs. */
    public Path cache() {
        return root.resolve("cache");
    }

    /** Rotating log files without personal data. */
    public Path logs() {
        return root.resolve("logs");
    }

    /** The record of what was signed and sent. */
    public Path history() {
        return root.resolve("history");
    }

    /** Templates of visible signatures. */
    public TemplateFolder templates() {
        return new TemplateFolder(root.resolve("templates"));
    }

    /** What is to be sent and what was; its locks lie beside it in {@code outbox.locks/}. */
    public Path outbox() {
        return root.resolve("outbox.db");
    }

    /** The release file that was accepted last; without it an older one could be passed off as new (ADR-0022). */
    public Path release() {
        return root.resolve("update.p7m");
    }

    /** Packages under work. */
    public Path drafts() {
        return root.resolve("drafts");
    }

    /** Practice mode, where no other folder is named. */
    public Path practice() {
        return root.resolve("practice");
    }
}
