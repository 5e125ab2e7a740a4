package id.espm.signer.key;

import id.espm.signer.DigestAlgorithm;
import id.espm.signer.Nik;
import id.espm.signer.Problem;
import id.espm.signer.SignerException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.ProviderException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
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

    private final Means means;
    private final List<X509Certificate> chain;
    private final NikPlaces nikPlaces;
    private final List<Problem.OfferedKey> passedOver;
    private final CertificateIdentity identity;

    /**
     * What signs, shared by all that stand for the same key.
     *
     * @param handle  the key, or what its token gives in its place
     * @param proof   what verifies its signatures
     * @param release ends the use of the key's source
     * @param closed  whether the key was closed
     */
    private record Means(
            PrivateKey handle,
            Proof proof,
            SignatureScheme scheme,
            Optional<Provider> provider,
            Runnable release,
            AtomicBoolean closed) {
        static Means of(PrivateKey handle, Proof proof, SignatureScheme scheme, Optional<Provider> provider) {
            return new Means(handle, proof, scheme, provider, () -> {}, new AtomicBoolean());
        }
    }

    /**
     * The public key.
     *
     * @param provider whose key it is; empty for the platform's
     */
    private record Proof(PublicKey owner, Optional<Provider> provider) {
        /** A token verifies nothing that the platform can. */
        static Proof inJava(PublicKey owner) {
            return new Proof(owner, Optional.empty());
        }
    }

    private SigningKey(Means means, List<X509Certificate> chain) {
        this(means, chain, NikPlaces.usual(), List.of());
    }

    private SigningKey(
            Means means, List<X509Certificate> chain, NikPlaces nikPlaces, List<Problem.OfferedKey> passedOver) {
        this.means = means;
        this.chain = List.copyOf(chain);
        this.nikPlaces = nikPlaces;
        this.passedOver = List.copyOf(passedOver);
        this.identity = CertificateIdentity.of(chain.getFirst(), nikPlaces);
    }

    /**
     * The same key, which takes the place of this one.
     *
     * @param nikPlaces  where {@link #identity()} looks for the NIK
     * @param passedOver the other keys of its source
     */
    public SigningKey among(NikPlaces nikPlaces, List<Problem.OfferedKey> passedOver) {
        return new SigningKey(means, chain, nikPlaces, passedOver);
    }

    /**
     * The same key with more of its issuers, such as one that was fetched; it takes the place of this one, and closing either
     * closes both.
     *
     * @param completed the owner's certificate first
     * @throws IllegalArgumentException if it is the chain of another certificate
     */
    public SigningKey with(List<X509Certificate> completed) {
        if (completed.isEmpty() || !completed.getFirst().equals(certificate())) {
            throw new IllegalArgumentException("the chain of another certificate");
        }
        return new SigningKey(means, completed, nikPlaces, passedOver);
    }

    /**
     * A key that stays in its token or store, after trying that it belongs to its certificate.
     *
     * @param chain    the owner's certificate first, then its issuers as far as they are known
     * @param provider the one that can use the key; it is neither installed nor replaced by another
     * @param release  ends the use of the token when this is closed; may be called more than once
     * @throws GeneralSecurityException if the provider does not sign with it, or the certificate is that of another key
     */
    public static SigningKey held(PrivateKey handle, List<X509Certificate> chain, Provider provider, Runnable release)
            throws GeneralSecurityException {
        PublicKey owner = chain.getFirst().getPublicKey();
        SignatureScheme scheme =
                SignatureScheme.of(owner).orElseThrow(() -> new NoSuchAlgorithmException(owner.getAlgorithm()));
        Means means =
                new Means(handle, Proof.inJava(owner), scheme, Optional.of(provider), release, new AtomicBoolean());
        SigningKey key = new SigningKey(means, chain);
        if (!key.fits(owner)) {
            throw new InvalidKeyException("the key is not the one that its certificate certifies");
        }
        return key;
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
            SigningKey key = new SigningKey(Means.of(privateKey, Proof.inJava(owner), scheme, Optional.empty()), chain);
            if (key.fits(owner)) {
                return key;
            }
        } catch (GeneralSecurityException e) {
            throw new SignerException(new Problem.KeyCertificateMismatch(source), e);
        }
        throw new SignerException(new Problem.KeyCertificateMismatch(source));
    }

    /** The keys translated once: a key of another provider would be translated again for each signature. */
    private static Optional<SigningKey> atProvider(
            PrivateKey privateKey, List<X509Certificate> chain, SignatureScheme scheme, Provider provider) {
        try {
            PublicKey owner = chain.getFirst().getPublicKey();
            Key own =
                    KeyFactory.getInstance(privateKey.getAlgorithm(), provider).translateKey(privateKey);
            Key proof = KeyFactory.getInstance(owner.getAlgorithm(), provider).translateKey(owner);
            if (own instanceof PrivateKey handle && proof instanceof PublicKey verifying) {
                Optional<Provider> its = Optional.of(provider);
                SigningKey key = new SigningKey(Means.of(handle, new Proof(verifying, its), scheme, its), chain);
                if (key.fits(owner)) {
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
        Signature verifying = means.scheme().newVerifying(DigestAlgorithm.SHA256, owner);
        verifying.update(PROBE);
        return verifying.verify(value(PROBE, DigestAlgorithm.SHA256));
    }

    private byte[] value(byte[] data, DigestAlgorithm digest) throws GeneralSecurityException {
        Signature signing = means.scheme().newSigning(digest, means.handle(), means.provider());
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
        return identity;
    }

    /** Whether a certificate is the owner's: this one, or by the NIK one that was renewed. */
    public boolean isOfSameOwner(X509Certificate other) {
        Optional<Nik> nik = identity.nik();
        return other.equals(certificate())
                || (nik.isPresent()
                        && nik.equals(CertificateIdentity.of(other, nikPlaces).nik()));
    }

    /** The other keys of the same source that could sign; where none was chosen, they may not sign documents. */
    public List<Problem.OfferedKey> passedOver() {
        return passedOver;
    }

    /** The scheme in which this key signs. */
    public SignatureScheme scheme() {
        return means.scheme();
    }

    /** The provider that was asked for and takes this key; empty where the platform's own signs. */
    public Optional<Provider> provider() {
        return means.provider();
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
        if (means.closed().get()) {
            throw new IllegalStateException("this key was closed");
        }
        try {
            return value(data, digest);
        } catch (GeneralSecurityException | ProviderException e) {
            // A token that was pulled out answers with the latter.
            throw new SignerException(new Problem.SigningFailed(scheme().name()), e);
        }
    }

    /**
     * Whether a value is this key's signature over data, by its certificate.
     *
     * @param data what was signed, not its hash
     */
    public boolean hasSigned(byte[] data, byte[] value, DigestAlgorithm digest) {
        try {
            Proof proof = means.proof();
            Signature signature = scheme().newVerifying(digest, proof.owner(), proof.provider());
            signature.update(data);
            return signature.verify(value);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    @Override
    public void close() {
        means.closed().set(true);
        destroy(means.handle());
        means.release().run();
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
