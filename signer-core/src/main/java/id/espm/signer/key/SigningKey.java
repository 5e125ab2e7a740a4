package id.espm.signer.key;

import id.espm.signer.DigestAlgorithm;
import id.espm.signer.Problem;
import id.espm.signer.SignerException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import javax.security.auth.DestroyFailedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The official's opened private key with its certificate chain: the one who signs. Hold it only while signing and close it.
 * Several threads may sign with it at once.
 */
public final class SigningKey implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SigningKey.class);
    private static final byte[] PROBE = {'e', 's', 'p', 'm'};

    private final PrivateKey privateKey;
    private final List<X509Certificate> chain;
    private final SignatureScheme scheme;
    private final Optional<Provider> provider;
    private final NikPlaces nikPlaces;
    private final List<Problem.OfferedKey> passedOver;
    private volatile boolean closed;

    private SigningKey(
            PrivateKey privateKey, List<X509Certificate> chain, SignatureScheme scheme, Optional<Provider> provider) {
        this.privateKey = privateKey;
        this.chain = List.copyOf(chain);
        this.scheme = scheme;
        this.provider = provider;
        this.nikPlaces = NikPlaces.usual();
        this.passedOver = List.of();
    }

    private SigningKey(SigningKey key, NikPlaces nikPlaces, List<Problem.OfferedKey> passedOver) {
        this.privateKey = key.privateKey;
        this.chain = key.chain;
        this.scheme = key.scheme;
        this.provider = key.provider;
        this.nikPlaces = nikPlaces;
        this.passedOver = List.copyOf(passedOver);
    }

    /**
     * The same key, which takes the place of this one.
     *
     * @param nikPlaces  where {@link #identity()} looks for the NIK
     * @param passedOver the other keys of its source
     */
    SigningKey among(NikPlaces nikPlaces, List<Problem.OfferedKey> passedOver) {
        return new SigningKey(this, nikPlaces, passedOver);
    }

    /**
     * Joins a key with its chain after trying that they belong together.
     *
     * @param chain     the owner's certificate first, then its issuers as far as they are known
     * @param source    the file they came from, for the error
     * @param preferred the provider to sign by, where it takes this key; without it, or where it does not, the platform's
     * @throws SignerException {@link Problem.KeyCertificateMismatch}, {@link Problem.KeyAlgorithmUnsupported}
     */
    static SigningKey of(PrivateKey privateKey, List<X509Certificate> chain, Path source, Optional<Provider> preferred)
            throws SignerException {
        PublicKey owner = chain.getFirst().getPublicKey();
        SignatureScheme scheme = SignatureScheme.of(owner)
                .orElseThrow(
                        () -> new SignerException(new Problem.KeyAlgorithmUnsupported(source, owner.getAlgorithm())));
        Optional<SigningKey> faster = preferred.flatMap(p -> atProvider(privateKey, chain, scheme, p));
        if (faster.isPresent()) {
            return faster.get();
        }
        try {
            SigningKey key = new SigningKey(privateKey, chain, scheme, Optional.empty());
            if (key.fits(owner)) {
                return key;
            }
        } catch (GeneralSecurityException e) {
            throw new SignerException(new Problem.KeyCertificateMismatch(source), e);
        }
        throw new SignerException(new Problem.KeyCertificateMismatch(source));
    }

    /** The key translated once: a key of another provider would be translated again for each signature. */
    private static Optional<SigningKey> atProvider(
            PrivateKey privateKey, List<X509Certificate> chain, SignatureScheme scheme, Provider provider) {
        try {
            Key translated =
                    KeyFactory.getInstance(privateKey.getAlgorithm(), provider).translateKey(privateKey);
            if (translated instanceof PrivateKey own) {
                SigningKey key = new SigningKey(own, chain, scheme, Optional.of(provider));
                if (key.fits(chain.getFirst().getPublicKey())) {
                    return Optional.of(key);
                }
            }
        } catch (GeneralSecurityException | RuntimeException e) {
            // Native providers answer keys that they do not take with exceptions of their own; the platform takes them.
            LOG.debug("{} does not take this key", provider.getName(), e);
        }
        return Optional.empty();
    }

    private boolean fits(PublicKey owner) throws GeneralSecurityException {
        Signature verifying = scheme.newVerifying(DigestAlgorithm.SHA256, owner);
        verifying.update(PROBE);
        return verifying.verify(value(PROBE, DigestAlgorithm.SHA256));
    }

    private byte[] value(byte[] data, DigestAlgorithm digest) throws GeneralSecurityException {
        Signature signing = scheme.newSigning(digest, privateKey, provider);
        signing.update(data);
        return signing.sign();
    }

    /** The owner's certificate. */
    public X509Certificate certificate() {
        return chain.getFirst();
    }

    /** The owner's certificate first, then its issuers as far as the key file held them. */
    public List<X509Certificate> chain() {
        return chain;
    }

    /** What the certificate says of its owner. */
    public CertificateIdentity identity() {
        return CertificateIdentity.of(certificate(), nikPlaces);
    }

    /** The other keys of the same source that could sign; where none was chosen, they may not sign documents. */
    public List<Problem.OfferedKey> passedOver() {
        return passedOver;
    }

    /** The scheme in which this key signs. */
    public SignatureScheme scheme() {
        return scheme;
    }

    /** The provider that was asked for and takes this key; empty where the platform's own signs. */
    public Optional<Provider> provider() {
        return provider;
    }

    /**
     * Signs.
     *
     * @param data what is signed; the scheme hashes it itself
     * @return the signature value as it stands in a SignerInfo
     * @throws SignerException       {@link Problem.SigningFailed}
     * @throws IllegalStateException after {@link #close()}
     */
    public byte[] sign(byte[] data, DigestAlgorithm digest) throws SignerException {
        if (closed) {
            throw new IllegalStateException("this key was closed");
        }
        try {
            return value(data, digest);
        } catch (GeneralSecurityException e) {
            throw new SignerException(new Problem.SigningFailed(scheme.name()), e);
        }
    }

    @Override
    public void close() {
        closed = true;
        destroy(privateKey);
    }

    private static void destroy(PrivateKey key) {
        if (!key.isDestroyed()) {
            try {
                key.destroy();
            } catch (DestroyFailedException e) {
                // The platform's software keys cannot be wiped; dropping the reference is all that is left.
                LOG.trace("the key's provider does not destroy keys", e);
            }
        }
    }

    @Override
    public String toString() {
        return "SigningKey[" + identity().serialHex() + "]";
    }
}
