package id.espm.app.gui;

import id.espm.app.delivery.SubmittableBundle;
import id.espm.app.espm.EspmSettings;
import id.espm.app.gui.look.Failure;
import id.espm.app.gui.send.BundleSender;
import id.espm.app.gui.send.BundleSender.Parcel;
import id.espm.app.gui.send.ParcelReader;
import id.espm.app.gui.settings.EspmProfiles;
import id.espm.app.gui.settings.ProfileSource;
import id.espm.app.gui.sign.SignSettings;
import id.espm.app.gui.update.UpdateSetup;
import id.espm.app.outbox.OutboxSettings;
import id.espm.app.settings.SettingsFolder;
import id.espm.app.settings.UserProfile;
import id.espm.app.signing.KeyDesk;
import id.espm.app.text.Release;
import id.espm.app.verification.SignedFileVerifier;
import id.espm.signer.network.Proxies;
import id.espm.signer.trust.TrustAnchors;
import id.espm.signer.verify.VerificationSettings;
import java.net.ProxySelector;
import java.net.URI;
import java.util.Optional;

/**
 * What one workplace needs of the rest of the program (ADR-0019).
 *
 * @param settings     where everything of this workplace lies
 * @param profile      what the official set up once
 * @param anchors      which issuers are trusted
 * @param signing      how packages are signed
 * @param keys         opens the official's key and says whether it may sign
 * @param sender       how they are sent
 * @param proxies      which proxy stands before which address
 * @param profiles     asks eSPM who a user is
 * @param setupFailure what is set up but could not be read
 * @param version      the version that runs, as it calls itself
 */
public record GuiServices(
        SettingsFolder settings,
        UserProfile profile,
        TrustAnchors anchors,
        SignSettings signing,
        KeyDesk keys,
        BundleSender sender,
        ProxySelector proxies,
        ProfileSource profiles,
        Optional<Failure> setupFailure,
        String version) {

    /** Where packages are sent to. */
    public URI espmAddress() {
        return profile.url().orElse(EspmSettings.ESPM);
    }

    /** Where what is sent is written down. */
    public OutboxSettings outbox() {
        return new OutboxSettings(settings.outbox(), signing.history(), anchors, signing.clock());
    }

    /** How a newer version is asked for. */
    UpdateSetup updates() {
        return UpdateSetup.of(profile.updates(), version, settings, Proxies.chosenBy(proxies), signing.clock());
    }

    /** Judges the bundles that somebody wants to send. */
    public ParcelReader parcels() {
        return file -> {
            VerificationSettings now =
                    new VerificationSettings(anchors, signing.clock().instant());
            SignedFileVerifier verifier = new SignedFileVerifier(now, signing.rules());
            return new Parcel(
                    file,
                    SubmittableBundle.read(file, verifier, signing.rules()).details());
        };
    }

    /** Collects what is set up; the rest has a default. */
    public static final class Builder {
        private final SettingsFolder settings;
        private final SignSettings signing;
        private final BundleSender sender;
        private Optional<KeyDesk> keys = Optional.empty();
        private ProfileSource profiles =
                new EspmProfiles(address -> EspmSettings.builder(address).build());
        private UserProfile profile = UserProfile.none();
        private TrustAnchors anchors = TrustAnchors.none();
        private Optional<ProxySelector> proxies = Optional.empty();
        private Optional<Failure> setupFailure = Optional.empty();
        private String version = Release.version();

        public Builder(SettingsFolder settings, SignSettings signing, BundleSender sender) {
            this.settings = settings;
            this.signing = signing;
            this.sender = sender;
        }

        /** Default: for a user who has set up nothing. */
        public Builder keys(KeyDesk value) {
            keys = Optional.of(value);
            return this;
        }

        /** Default: by the usual way to eSPM. */
        public Builder profiles(ProfileSource value) {
            profiles = value;
            return this;
        }

        /** Default: nothing is set up. */
        public Builder profile(UserProfile value) {
            profile = value;
            return this;
        }

        /** Default: none. */
        public Builder anchors(TrustAnchors value) {
            anchors = value;
            return this;
        }

        /** Default: those that the system names. */
        public Builder proxies(ProxySelector value) {
            proxies = Optional.of(value);
            return this;
        }

        /** Default: everything could be read. */
        public Builder setupFailure(Failure value) {
            setupFailure = Optional.of(value);
            return this;
        }

        /** Default: what the program says. */
        public Builder version(String value) {
            version = value;
            return this;
        }

        public GuiServices build() {
            KeyDesk desk = keys.orElseGet(() -> KeyDesk.usual(signing.clock()));
            ProxySelector way = proxies.orElseGet(
                    () -> Optional.ofNullable(ProxySelector.getDefault()).orElse(ProxySelector.of(null)));
            return new GuiServices(
                    settings, profile, anchors, signing, desk, sender, way, profiles, setupFailure, version);
        }
    }
}
