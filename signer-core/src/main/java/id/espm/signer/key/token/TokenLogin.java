package id.espm.signer.key.token;

import id.espm.signer.Problem.TokenUnusable;
import id.espm.signer.Problem.TokenUnusable.Trouble;
import id.espm.signer.SignerException;
import id.espm.signer.key.Secret;
import id.espm.signer.key.token.Slots.Slot;
import id.espm.signer.key.token.Token.Pin;
import java.io.IOException;
import java.nio.file.Path;
import java.security.AuthProvider;
import java.security.GeneralSecurityException;
import java.security.InvalidParameterException;
import java.security.KeyStore;
import java.security.Provider;
import java.security.ProviderException;
import java.security.Security;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.CallbackHandler;
import javax.security.auth.callback.PasswordCallback;
import javax.security.auth.callback.UnsupportedCallbackException;
import javax.security.auth.login.LoginException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A login to a token by a SunPKCS11 provider of its own, which is in no list of the program and ends with the login. */
final class TokenLogin implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TokenLogin.class);

    private final AuthProvider provider;

    private TokenLogin(AuthProvider provider) {
        this.provider = provider;
    }

    /**
     * Logs in.
     *
     * @param pin stays the caller's to wipe; not used where the PIN is typed at the reader
     * @throws SignerException {@link TokenUnusable}
     */
    static TokenLogin to(Path library, Slot slot, Secret pin) throws SignerException {
        String source = slot.token().label();
        if (slot.token().pin() == Pin.LOCKED) {
            throw new SignerException(new TokenUnusable(source, Trouble.PIN_LOCKED, ""));
        }
        TokenLogin login = new TokenLogin(provider(library, slot));
        try {
            login.provider.login(null, answeringWith(pin));
            return login;
        } catch (LoginException | ProviderException e) {
            login.close();
            String reasons = Reasons.of(e);
            throw new SignerException(new TokenUnusable(source, trouble(reasons), reasons), e);
        }
    }

    private static AuthProvider provider(Path library, Slot slot) throws SignerException {
        String source = slot.token().label();
        Provider unconfigured = Security.getProvider("SunPKCS11");
        if (unconfigured == null) {
            throw new SignerException(new TokenUnusable(source, Trouble.FAILED, "this Java has no SunPKCS11"));
        }
        try {
            return (AuthProvider) unconfigured.configure(configuration(library, slot));
        } catch (InvalidParameterException | ProviderException | UnsupportedOperationException e) {
            throw new SignerException(new TokenUnusable(source, Trouble.FAILED, Reasons.of(e)), e);
        }
    }

    /**
     * SunPKCS11's configuration after {@code --}. It takes {@code \n} in a path for a line break and <code>${…}</code> for a
     * property, so that paths are written with slashes, which Windows understands too.
     */
    private static String configuration(Path library, Slot slot) {
        String path = library.toString().replace('\\', '/');
        if (path.contains("\"") || path.contains("${")) {
            throw new InvalidParameterException("the path of the library cannot be told to SunPKCS11");
        }
        String place = slot.id() >= 0 && slot.id() <= Integer.MAX_VALUE
                ? "slot=" + slot.id()
                : "slotListIndex=" + slot.index();
        return """
                --name=eSPM-%d
                library="%s"
                %s
                destroyTokenAfterLogout=true
                """.formatted(slot.index(), path, place);
    }

    /** Hands the PIN over without a copy that nobody wipes: SunPKCS11 wipes its own. */
    private static CallbackHandler answeringWith(Secret pin) {
        return callbacks -> {
            for (Callback callback : callbacks) {
                if (!(callback instanceof PasswordCallback asked)) {
                    throw new UnsupportedCallbackException(callback);
                }
                pin.use(chars -> {
                    asked.setPassword(chars);
                    return true;
                });
            }
        };
    }

    private static Trouble trouble(String reasons) {
        if (reasons.contains("CKR_PIN_LOCKED")) {
            return Trouble.PIN_LOCKED;
        }
        boolean wrong = reasons.contains("CKR_PIN_INCORRECT")
                || reasons.contains("CKR_PIN_INVALID")
                || reasons.contains("CKR_PIN_LEN_RANGE");
        return wrong ? Trouble.PIN_WRONG : Trouble.FAILED;
    }

    /** The keys that the login gives access to. */
    StoredKeys keys(String source) throws SignerException {
        try {
            KeyStore store = KeyStore.getInstance("PKCS11", provider);
            store.load(null, null);
            return new StoredKeys(store, provider, source);
        } catch (GeneralSecurityException | IOException | ProviderException e) {
            throw new SignerException(new TokenUnusable(source, Trouble.FAILED, Reasons.of(e)), e);
        }
    }

    /** Logs out and frees the sessions. */
    @Override
    public void close() {
        try {
            provider.logout();
        } catch (LoginException | ProviderException e) {
            // A token that was pulled out has forgotten the login.
            LOG.debug("logging out failed", e);
        }
    }
}
