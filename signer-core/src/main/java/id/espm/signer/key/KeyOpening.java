package id.espm.signer.key;

import id.espm.signer.NativeCryptography;
import java.security.Provider;
import java.util.Optional;

/**
 * How a key file is opened.
 *
 * @param choice    which key, where it holds several
 * @param nikPlaces where the certificate may hold the NIK
 * @param provider  signs where it takes the key, else the platform's own does; it is used by this key alone and need not be
 *     installed
 */
public record KeyOpening(KeyChoice choice, NikPlaces nikPlaces, Optional<Provider> provider) {
    /** The only key, the usual places, native code where there is any. */
    public static KeyOpening usual() {
        return new KeyOpening(KeyChoice.onlyOne(), NikPlaces.usual(), NativeCryptography.provider());
    }

    /** With another choice. */
    public KeyOpening with(KeyChoice choice) {
        return new KeyOpening(choice, nikPlaces, provider);
    }

    /** With other places for the NIK. */
    public KeyOpening with(NikPlaces nikPlaces) {
        return new KeyOpening(choice, nikPlaces, provider);
    }

    /** With this provider. */
    public KeyOpening with(Provider provider) {
        return new KeyOpening(choice, nikPlaces, Optional.of(provider));
    }

    /** By the platform's own implementation. */
    public KeyOpening inJava() {
        return new KeyOpening(choice, nikPlaces, Optional.empty());
    }
}
