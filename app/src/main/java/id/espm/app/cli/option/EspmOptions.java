package id.espm.app.cli.option;

import id.espm.app.cli.call.CommandContext;
import id.espm.app.cli.call.CommandException;
import id.espm.app.espm.EspmSettings;
import id.espm.app.espm.TokenSource;
import id.espm.app.signing.SecretFile;
import id.espm.signer.Problem;
import id.espm.signer.SignerException;
import id.espm.signer.key.Secret;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The way to eSPM: address, account, and the e-mailed security code. */
public final class EspmOptions {
    @Option(names = "--url", paramLabel = "URL", descriptionKey = "url")
    private @Nullable URI url;

    @Option(names = "--user", paramLabel = "NAME", descriptionKey = "user")
    private @Nullable String user;

    @Option(names = "--password-file", paramLabel = "FILE", descriptionKey = "password-file")
    private @Nullable Path passwordFile;

    @Option(names = "--token", paramLabel = "TEXT", descriptionKey = "token")
    private @Nullable String token;

    /** The address that the call, else the profile names, else eSPM's own. */
    private URI url(CommandContext context) throws SignerException {
        return Optional.ofNullable(url).or(context.profile()::url).orElse(EspmSettings.ESPM);
    }

    /** How eSPM is reached, from where the call is made; a proxy's login is asked for at the terminal. */
    public EspmSettings settings(CommandContext context) throws SignerException {
        return EspmSettings.builder(url(context))
                .clock(context.clock())
                .proxies(context.proxies())
                .proxyLogin(new AskedProxyLogin(context))
                .build();
    }

    /** The user name from the call or the profile, else from the person at the terminal. */
    public String user(CommandContext context) throws CommandException, SignerException {
        return Optional.ofNullable(user)
                .or(context.profile()::user)
                .or(() -> context.terminal().prompt().line(context.messages().get("ask.user")))
                .filter(name -> !name.isBlank())
                .orElseThrow(() -> CommandException.wrongCall(context.messages().get("call.no-user")));
    }

    /** The password; wiping it is up to the caller. */
    public char[] password(CommandContext context, String userName) throws CommandException, SignerException {
        return passwordIfGiven(context, userName)
                .orElseThrow(() -> CommandException.wrongCall(context.messages().get("call.no-password")));
    }

    /** As {@link #password}; empty where nobody gives it. */
    public Optional<char[]> passwordIfGiven(CommandContext context, String userName) throws SignerException {
        if (passwordFile != null) {
            return Optional.of(fromFile(passwordFile));
        }
        return context.terminal().prompt().unseen(context.messages().get("ask.password", userName));
    }

    /** Whether somebody at the terminal is asked for the password, who may mistype it. */
    public boolean asksForPassword(CommandContext context) {
        return passwordFile == null && context.terminal().prompt().interactive();
    }

    private static char[] fromFile(Path file) throws SignerException {
        try (InputStream in = Files.newInputStream(file);
                Secret secret = SecretFile.read(in)) {
            return secret.use(char[]::clone);
        } catch (IOException e) {
            throw new SignerException(new Problem.FileUnreadable(file), e);
        }
    }

    /** The code that the call gives, once; after that the person at the terminal is asked. */
    public TokenSource tokens(CommandContext context) {
        String given = token;
        boolean[] used = {given == null};
        return request -> {
            if (!used[0]) {
                used[0] = true;
                return Optional.ofNullable(given);
            }
            String key = "ask.token." + request.occasion();
            return context.terminal()
                    .prompt()
                    .line(context.messages().get(key, request.sentTo(), request.triesLeft()))
                    .map(String::strip)
                    .filter(text -> !text.isEmpty());
        };
    }
}
