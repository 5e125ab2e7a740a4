package id.espm.app.gui;

import id.espm.app.espm.EspmSettings;
import id.espm.app.gui.look.Failure;
import id.espm.app.gui.send.BundleSender;
import id.espm.app.gui.sign.SignSettings;
import id.espm.app.signing.KeyDesk;
import id.espm.app.text.Messages;
import id.espm.signer.paket.PackageDetails;
import java.net.URI;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * What the window needs of the rest of the program.
 *
 * @param signing     how packages are signed
 * @param keys        opens the official's key and says whether it may sign
 * @param sender      how they are sent
 * @param profile     what the official set up once, for what a package does not say itself
 * @param certificate the official's key file, where it is set up
 * @param account     where packages are sent to, and by whom
 * @param language    to begin with
 * @param setupFailure what is set up but could not be read
 */
public record GuiServices(
        SignSettings signing,
        KeyDesk keys,
        BundleSender sender,
        PackageDetails profile,
        Optional<Path> certificate,
        Account account,
        Locale language,
        Optional<Failure> setupFailure) {

    /**
     * An account at eSPM, without its password.
     *
     * @param user may be empty
     */
    public record Account(URI address, String user) {}

    /** Collects what is set up; the rest has a default. */
    public static final class Builder {
        private final SignSettings signing;
        private final BundleSender sender;
        private Optional<KeyDesk> keys = Optional.empty();
        private PackageDetails profile = PackageDetails.none();
        private Optional<Path> certificate = Optional.empty();
        private Account account = new Account(EspmSettings.ESPM, "");
        private Locale language = Messages.INDONESIAN;
        private Optional<Failure> setupFailure = Optional.empty();

        public Builder(SignSettings signing, BundleSender sender) {
            this.signing = signing;
            this.sender = sender;
        }

        /** Default: for a user who has set up nothing. */
        public Builder keys(KeyDesk value) {
            keys = Optional.of(value);
            return this;
        }

        /** Default: nothing is set up. */
        public Builder profile(PackageDetails value) {
            profile = value;
            return this;
        }

        /** Default: none. */
        public Builder certificate(Path value) {
            certificate = Optional.of(value);
            return this;
        }

        /** Default: eSPM itself, user unknown. */
        public Builder account(Account value) {
            account = value;
            return this;
        }

        /** Default: Bahasa Indonesia. */
        public Builder language(Locale value) {
            language = value;
            return this;
        }

        /** Default: everything could be read. */
        public Builder setupFailure(Failure value) {
            setupFailure = Optional.of(value);
            return this;
        }

        public GuiServices build() {
            KeyDesk desk = keys.orElseGet(() -> KeyDesk.usual(signing.clock()));
            return new GuiServices(signing, desk, sender, profile, certificate, account, language, setupFailure);
        }
    }
}
