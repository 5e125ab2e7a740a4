package id.espm.app.cli.option;

import id.espm.app.cli.call.CommandContext;
import id.espm.app.cli.call.CommandException;
import id.espm.signer.SignerException;
import id.espm.signer.key.KeyFile;
import id.espm.signer.key.Secret;
import id.espm.signer.key.SigningKey;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The official's key: {@code --p12}, else the profile's, and its passphrase. */
public final class KeyOptions {
    @Option(names = "--p12", paramLabel = "FILE", descriptionKey = "p12")
    private @Nullable Path p12;

    @Mixin
    private PassphraseOptions passphrase = new PassphraseOptions();

    /** Opens the key; the passphrase is wiped when this returns. */
    public SigningKey open(CommandContext context) throws CommandException, SignerException, IOException {
        Path file = file(context);
        try (Secret secret = passphrase.fetch(context, file)) {
            return KeyFile.open(file, secret);
        }
    }

    /** Whether the call or the profile names a key. */
    public boolean isKnown(CommandContext context) throws SignerException {
        return p12 != null || context.profile().p12().isPresent();
    }

    private Path file(CommandContext context) throws CommandException, SignerException {
        return Optional.ofNullable(p12)
                .or(context.profile()::p12)
                .orElseThrow(() -> CommandException.wrongCall(context.messages().get("call.no-p12")));
    }
}
