package id.espm.app.cli.call;

import id.espm.app.proxy.OfficeProxies;
import id.espm.app.settings.SettingsFolder;
import id.espm.app.settings.UserProfile;
import id.espm.app.signing.KeySetup;
import id.espm.app.text.Messages;
import id.espm.app.text.Texts;
import id.espm.signer.SignerException;
import id.espm.signer.authority.SigningAuthority;
import id.espm.signer.network.Proxies;
import id.espm.signer.rules.Rules;
import id.espm.signer.trust.TrustAnchors;
import java.io.IOException;
import java.net.ProxySelector;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the commands of one call share. What lies in the settings is read when it is first asked for. */
public final class CommandContext {
    private static final String BASE_NAME = "id.espm.app.cli.cli";

    private final Terminal terminal;
    private final SettingsFolder.Platform platform;
    private final Clock clock;
    private final Messages messages;
    private final GlobalOptions globals = new GlobalOptions();
    private final JsonOption json = new JsonOption();
    private @Nullable UserProfile profile;
    private @Nullable ProxySelector proxies;

    public CommandContext(Terminal terminal, SettingsFolder.Platform platform, Clock clock, Locale locale) {
        this.terminal = terminal;
        this.platform = platform;
        this.clock = clock;
        this.messages = Messages.load(BASE_NAME, locale);
    }

    public Terminal terminal() {
        return terminal;
    }

    public SettingsFolder.Platform platform() {
        return platform;
    }

    public Clock clock() {
        return clock;
    }

    /** The command line's own texts. */
    public Messages messages() {
        return messages;
    }

    public GlobalOptions globals() {
        return globals;
    }

    /** The option object that every command with JSON takes as its mixin. */
    public JsonOption json() {
        return json;
    }

    public SettingsFolder settings() {
        return SettingsFolder.locate(globals.config(), platform);
    }

    /** The user's profile. */
    public UserProfile profile() throws SignerException {
        UserProfile known = profile;
        if (known == null) {
            known = settings().profile();
            profile = known;
        }
        return known;
    }

    /** The way out of the office: one for the whole call. */
    public ProxySelector proxies() throws SignerException {
        ProxySelector known = proxies;
        if (known == null) {
            known = OfficeProxies.of(profile().pac(), clock.withZone(profile().zoneOrSystem()));
            proxies = known;
        }
        return known;
    }

    public Rules rules() throws SignerException {
        return settings().rules();
    }

    /**
     * Whom to trust.
     *
     * @param said the folder that the call names, in place of that of the settings
     */
    public TrustAnchors anchors(Optional<Path> said) throws IOException, SignerException {
        return said.isPresent() ? TrustAnchors.read(said.get()) : settings().anchors();
    }

    /**
     * Who judges whether a certificate may sign; to be closed.
     *
     * @param trust the folder of trust anchors that the call names
     */
    public SigningAuthority authority(Optional<Path> trust) throws IOException, SignerException {
        return KeySetup.authority(settings(), profile().key(), anchors(trust), Proxies.chosenBy(proxies()));
    }

    /** The zone of the profile; the machine's where the profile cannot be read, for then there is an error to be told. */
    public ZoneId zone() {
        UserProfile known = profile;
        return known == null ? ZoneId.systemDefault() : known.zoneOrSystem();
    }

    /** The texts in the user's language and zone. */
    public Texts texts() {
        return Texts.of(messages.locale(), zone());
    }

    /** The texts for JSON, which is the same in every language. */
    public Texts jsonTexts() {
        return Texts.of(Messages.INDONESIAN, zone());
    }

    /** The command line's own texts for JSON. */
    public Messages jsonMessages() {
        return Messages.load(BASE_NAME, Messages.INDONESIAN);
    }

    /** Prints a line of the result for people; with {@code --json} there is none. */
    public void print(String line) {
        if (!json.asked()) {
            terminal.out().println(line);
        }
    }

    /** Prints a message for people beside the result, unless they want it quiet. */
    public void tell(String line) {
        if (!globals.quiet()) {
            terminal.err().println(line);
        }
    }

    /** Prints an error for people. */
    public void complain(String line) {
        terminal.err().println(line);
    }
}
