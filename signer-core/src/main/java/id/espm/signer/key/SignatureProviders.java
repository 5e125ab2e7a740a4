package id.espm.signer.key;

import java.security.Provider;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Providers that compute signature values faster than the Java platform's own. None is used unless it is handed to
 * {@link KeyFile#open(java.nio.file.Path, Secret, Provider)}, and none is ever installed for the whole program.
 */
public final class SignatureProviders {
    private static final Logger LOG = LoggerFactory.getLogger(SignatureProviders.class);
    private static final String AMAZON_CORRETTO = "com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider";

    private SignatureProviders() {}

    /**
     * The Amazon Corretto Crypto Provider, which signs by native code. It pays for many signatures of one key; for a few,
     * loading its library costs more than it saves ({@code docs/performance.md}).
     *
     * @return empty where its jar is not on the class path, or holds no library for this machine
     */
    public static Optional<Provider> amazonCorretto() {
        try {
            Object instance =
                    Class.forName(AMAZON_CORRETTO).getField("INSTANCE").get(null);
            return instance instanceof Provider provider && provider.getService("Signature", "SHA256withRSA") != null
                    ? Optional.of(provider)
                    : Optional.empty();
        } catch (ReflectiveOperationException | LinkageError e) {
            LOG.debug("the native provider cannot be used", e);
            return Optional.empty();
        }
    }
}
