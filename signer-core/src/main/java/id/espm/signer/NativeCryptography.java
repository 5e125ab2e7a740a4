package id.espm.signer;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hashing and signing by native code: AWS-LC, through the Amazon Corretto Crypto Provider. The same values come out as of the
 * Java platform's own implementation, at once as fast as the machine can, where Java's is slow until the JVM has compiled it
 * (ADR-0024). The provider is never installed for the whole JVM: what others do with Java's cryptography stays as it is.
 */
public final class NativeCryptography {
    /** The system property that has everything computed in Java where it is {@code false}. */
    public static final String PROPERTY = "espm.nativeCryptography";

    private static final Logger LOG = LoggerFactory.getLogger(NativeCryptography.class);
    private static final String AMAZON_CORRETTO = "com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider";
    private static final Optional<Provider> PROVIDER =
            Boolean.parseBoolean(System.getProperty(PROPERTY, "true")) ? load() : Optional.empty();

    private NativeCryptography() {}

    /** The provider; empty where its jar is not on the class path, holds no library for this machine, or is not wanted. */
    public static Optional<Provider> provider() {
        return PROVIDER;
    }

    private static Optional<Provider> load() {
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

    /**
     * A hash function, native where there is a native one.
     *
     * @param standardName as in the Java Security Standard Algorithm Names
     * @throws NoSuchAlgorithmException if the Java platform does not know it either
     */
    public static MessageDigest digest(String standardName) throws NoSuchAlgorithmException {
        return PROVIDER.isPresent() && PROVIDER.get().getService("MessageDigest", standardName) != null
                ? MessageDigest.getInstance(standardName, PROVIDER.get())
                : MessageDigest.getInstance(standardName);
    }
}
