package id.espm.app.cli.option;

import id.espm.app.cli.call.CommandContext;
import id.espm.app.cli.call.CommandException;
import id.espm.app.settings.KeySettings;
import id.espm.app.signing.KeySetup;
import id.espm.app.signing.KeySource;
import id.espm.signer.Problem;
import id.espm.signer.SignerException;
import id.espm.signer.key.KeyChoice;
import id.espm.signer.key.KeyOpening;
import id.espm.signer.key.Secret;
import id.espm.signer.key.SigningKey;
import id.espm.signer.key.token.Token;
import id.espm.signer.key.token.TokenKeys;
import id.espm.signer.key.token.TokenRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The official's key: a file, a token or the store of Windows that the call names, else the profile's; and its passphrase. */
public final class KeyOptions {
    /** As often a person at the terminal may type; each script has one try. */
    private static final int ATTEMPTS = 3;

    @ArgGroup
    private @Nullable Place place;

    @Option(names = "--token-label", paramLabel = "NAME", descriptionKey = "token-label")
    private @Nullable String label;

    @Option(names = "--serial", paramLabel = "HEX", descriptionKey = "serial")
    private @Nullable String serial;

    @Mixin
    private PassphraseOptions passphrase = new PassphraseOptions();

    /** At most one of these. */
    static final class Place {
        @Option(names = "--p12", paramLabel = "FILE", descriptionKey = "p12")
        @Nullable
        Path p12;

        @Option(names = "--pkcs11", paramLabel = "LIBRARY", descriptionKey = "pkcs11")
        @Nullable
        Path pkcs11;

        @Option(names = "--windows-store", descriptionKey = "windows-store")
        boolean windows;
    }

    /** Opens the key; the passphrase is wiped when this returns. */
    public SigningKey open(CommandContext context) throws CommandException, SignerException, IOException {
        return open(
                context,
                source(context)
                        .orElseThrow(() ->
                                CommandException.wrongCall(context.messages().get("call.no-p12"))));
    }

    /** Opens the key in this file, whatever the profile says. */
    public SigningKey open(CommandContext context, Path file) throws CommandException, SignerException, IOException {
        return open(context, new KeySource.OfFile(file, opening(context, Optional.ofNullable(serial))));
    }

    private SigningKey open(CommandContext context, KeySource source)
            throws CommandException, SignerException, IOException {
        Optional<SignerException> before = Optional.empty();
        for (int attempt = 1; ; attempt++) {
            try (Secret secret = secret(context, source)) {
                SigningKey key = source.open(secret);
                tellChoice(context, source, key);
                return key;
            } catch (SignerException e) {
                boolean again = e.problem() instanceof Problem.WrongPassphrase && passphrase.isTyped(context);
                if (!again || attempt == ATTEMPTS) {
                    throw e;
                }
                context.complain(context.texts().problems().explain(e.problem()).whole());
                before = Optional.of(e);
            } catch (CommandException e) {
                // Who answers no more has given up on the file, not on the call.
                if (before.isPresent()) {
                    throw before.get();
                }
                throw e;
            }
        }
    }

    private Secret secret(CommandContext context, KeySource source)
            throws CommandException, SignerException, IOException {
        return switch (source) {
            case KeySource.OfFile file -> passphrase.fetch(context, "ask.passphrase", file.name());
            case KeySource.OfToken token -> pin(context, token);
            case KeySource.OfWindows store -> Secret.copyOf(new char[0]);
        };
    }

    /** Asked for once the token is found, for a wrong PIN costs one of a few tries. */
    private Secret pin(CommandContext context, KeySource.OfToken source)
            throws CommandException, SignerException, IOException {
        Token token = TokenKeys.find(source.request());
        if (token.pin() == Token.Pin.LAST_TRY) {
            context.tell(context.messages().get("token.last-try", token.label()));
        }
        return token.ownPinEntry() ? Secret.copyOf(new char[0]) : passphrase.fetch(context, "ask.pin", token.label());
    }

    /** Where a source holds several keys, none is taken silently. */
    private static void tellChoice(CommandContext context, KeySource source, SigningKey key) {
        if (!key.passedOver().isEmpty()) {
            context.tell(context.messages()
                    .get(
                            "key.chosen",
                            source.name(),
                            key.identity().serialHex(),
                            key.identity().nama()));
        }
    }

    /** Whether the call or the profile names a key. */
    public boolean isKnown(CommandContext context) throws SignerException {
        return source(context).isPresent();
    }

    private Optional<KeySource> source(CommandContext context) throws SignerException {
        KeyOpening opening = opening(context, Optional.ofNullable(serial));
        if (place == null) {
            return ofProfile(context);
        }
        if (place.p12 != null) {
            return Optional.of(new KeySource.OfFile(place.p12, opening));
        }
        if (place.pkcs11 != null) {
            return Optional.of(new KeySource.OfToken(
                    new TokenRequest(place.pkcs11, Optional.ofNullable(label), opening.choice()), opening.nikPlaces()));
        }
        return Optional.of(new KeySource.OfWindows(opening.choice(), opening.nikPlaces()));
    }

    /** The profile's own serial number goes with the profile's own key alone. */
    private Optional<KeySource> ofProfile(CommandContext context) throws SignerException {
        KeySettings settings = context.profile().key();
        KeyOpening opening = opening(context, Optional.ofNullable(serial).or(settings::serial));
        Optional<String> token = Optional.ofNullable(label).or(settings::token);
        Optional<KeySource> onToken = settings.pkcs11()
                .map(library ->
                        new KeySource.OfToken(new TokenRequest(library, token, opening.choice()), opening.nikPlaces()));
        return onToken.isPresent() ? onToken : context.profile().p12().map(file -> new KeySource.OfFile(file, opening));
    }

    private static KeyOpening opening(CommandContext context, Optional<String> named) throws SignerException {
        KeyOpening opening =
                KeyOpening.usual().with(KeySetup.nikPlaces(context.profile().key()));
        return named.map(one -> opening.with(KeyChoice.bySerial(one))).orElse(opening);
    }
}
