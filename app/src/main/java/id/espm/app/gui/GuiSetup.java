package id.espm.app.gui;

import id.espm.app.espm.EspmSettings;
import id.espm.app.gui.look.Failure;
import id.espm.app.gui.send.OutboxBundleSender;
import id.espm.app.gui.settings.EspmProfiles;
import id.espm.app.gui.sign.SignSettings;
import id.espm.app.outbox.OutboxSettings;
import id.espm.app.proxy.OfficeProxies;
import id.espm.app.settings.SettingsFolder;
import id.espm.app.settings.SignatureSettings;
import id.espm.app.settings.UserProfile;
import id.espm.app.signing.ChosenMethod;
import id.espm.app.signing.KeyDesk;
import id.espm.app.signing.KeySetup;
import id.espm.app.signing.SecretFile;
import id.espm.app.text.Messages;
import id.espm.app.text.Texts;
import id.espm.signer.Problem;
import id.espm.signer.SignatureLevel;
import id.espm.signer.SignerException;
import id.espm.signer.network.Proxies;
import id.espm.signer.paket.SigningPackage;
import id.espm.signer.rules.Rules;
import id.espm.signer.timestamp.TsaLogin;
import id.espm.signer.trust.TrustAnchors;
import java.io.IOException;
import java.net.ProxySelector;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Puts together what the window needs from what is set up; what cannot be read is told in the window and left out. */
final class GuiSetup {
    /** Beside the package, so that nobody has to look for it. */
    private static final String SIGNED_FOLDER = "ditandatangani";

    private final SettingsFolder settings;
    private final Clock clock;
    private Optional<Failure> failure = Optional.empty();

    GuiSetup(SettingsFolder settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    private interface Reading<T> {
        T read() throws IOException, SignerException;
    }

    GuiServices services() {
        UserProfile profile = read(settings::profile, UserProfile.none());
        Rules rules = read(settings::rules, Rules.builtIn());
        TrustAnchors anchors = read(settings::anchors, TrustAnchors.none());
        Clock local = clock.withZone(profile.zoneOrSystem());
        ProxySelector proxies = OfficeProxies.of(profile.pac(), local);
        Texts indonesian = Texts.of(Messages.INDONESIAN, local.getZone());
        SignSettings signing = new SignSettings(
                rules,
                GuiSetup::beside,
                jenis -> profile.alasan()
                        .filter(text -> !text.isBlank())
                        .orElseGet(() -> indonesian.get(
                                "alasan.default", indonesian.words().of(jenis))),
                settings.history(),
                () -> method(profile.signature(), anchors, Proxies.chosenBy(proxies)),
                local);
        OutboxBundleSender sender = new OutboxBundleSender(
                address -> EspmSettings.builder(address).proxies(proxies),
                new OutboxSettings(settings.outbox(), settings.history(), anchors, local));
        GuiServices.Builder services = new GuiServices.Builder(settings, signing, sender)
                .keys(new KeyDesk(
                        KeySetup.opening(profile.key()),
                        KeySetup.authority(settings, profile.key(), anchors, Proxies.chosenBy(proxies)),
                        local))
                .profile(profile)
                .anchors(anchors)
                .proxies(proxies)
                .profiles(new EspmProfiles(address ->
                        EspmSettings.builder(address).proxies(proxies).build()));
        failure.ifPresent(services::setupFailure);
        return services.build();
    }

    /** The level of the profile; one that needs a TSA is never silently lowered where there is none. */
    private static ChosenMethod method(SignatureSettings signature, TrustAnchors anchors, Proxies proxies)
            throws SignerException {
        SignatureLevel level = signature.levelOrUsual();
        if (level != SignatureLevel.B_B && signature.tsa().isEmpty()) {
            throw new SignerException(new Problem.TimestampUnavailable(
                    List.of(), Problem.TimestampUnavailable.Obstacle.UNREACHABLE, level.label()));
        }
        Optional<TsaLogin> login = Optional.empty();
        if (level != SignatureLevel.B_B && signature.tsaUserFile().isPresent()) {
            Path file = signature.tsaUserFile().get();
            login = Optional.of(
                    SecretFile.login(file).orElseThrow(() -> new SignerException(new Problem.FileUnreadable(file))));
        }
        return ChosenMethod.of(level, signature.tsa(), login, anchors, proxies);
    }

    private static Path beside(SigningPackage source) {
        return source.source().toAbsolutePath().normalize().resolveSibling(SIGNED_FOLDER);
    }

    private <T> T read(Reading<T> reading, T otherwise) {
        try {
            return reading.read();
        } catch (SignerException e) {
            failure = Optional.of(new Failure.OfSigner(e.problem()));
        } catch (IOException e) {
            failure = Optional.of(new Failure.OfFiles(e));
        }
        return otherwise;
    }
}
