package id.espm.signer.key.token;

import id.espm.signer.Problem;
import id.espm.signer.Problem.TokenUnusable;
import id.espm.signer.Problem.TokenUnusable.Trouble;
import id.espm.signer.SignerException;
import id.espm.signer.key.KeyChoice;
import id.espm.signer.key.SigningKey;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.Provider;
import java.security.ProviderException;
import java.security.Security;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/**
 * The keys of the user's certificate store of Windows, among them those of smart cards whose driver puts them there. Windows
 * itself asks for a PIN or a consent where a key wants one.
 */
public final class WindowsStore {
    /** What Windows calls the store: Certificates - Current User, Personal. */
    public static final String NAME = "Windows-MY";

    private final Optional<Provider> provider;

    /** The store of this machine, if it has one. */
    public WindowsStore() {
        this(Optional.ofNullable(Security.getProvider("SunMSCAPI")));
    }

    WindowsStore(Optional<Provider> provider) {
        this.provider = provider;
    }

    /** Whether this machine has such a store. */
    public boolean isThere() {
        return provider.isPresent();
    }

    /**
     * The certificates whose keys can sign documents.
     *
     * @throws SignerException {@link TokenUnusable}
     */
    public List<X509Certificate> certificates() throws SignerException {
        return keys().certificates();
    }

    /**
     * Opens a key.
     *
     * @param choice which of those that the store holds
     * @throws SignerException {@link TokenUnusable}, {@link Problem.SeveralKeys}, {@link Problem.KeyNotFound}
     */
    public SigningKey open(KeyChoice choice) throws SignerException {
        return keys().open(choice, () -> {});
    }

    private StoredKeys keys() throws SignerException {
        if (provider.isEmpty()) {
            throw new SignerException(new TokenUnusable(NAME, Trouble.STORE_MISSING, ""));
        }
        try {
            KeyStore store = KeyStore.getInstance(NAME, provider.get());
            store.load(null, null);
            return new StoredKeys(store, provider.get(), NAME);
        } catch (GeneralSecurityException | IOException | ProviderException e) {
            throw new SignerException(new TokenUnusable(NAME, Trouble.FAILED, Reasons.of(e)), e);
        }
    }
}
