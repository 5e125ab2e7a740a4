package id.espm.signer.key;

import id.espm.signer.DigestAlgorithm;
import id.espm.signer.Problem;
import id.espm.signer.SignerException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.List;
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
    private volatile boolean closed;

    private SigningKey(PrivateKey privateKey, List<X509Certificate> chain, SignatureScheme scheme) {
        this.privateKey = privateKey;
        this.chain = List.copyOf(chain);
        this.scheme = scheme;
    }

    /**
     * Joins a key with its chain after trying that they belong together.
     *
     * @param chain  the owner's certificate first, then its issuers as far as they are known
     * @param source the file they came from, for the error
     * @throws SignerException {@link Problem.KeyCertificateMismatch}, {@link Problem.KeyAlgorithmUnsupported}
     */
    static SigningKey of(PrivateKey privateKey, List<X509Certificate> chain, Path source) throws SignerException {
        X509Certificate owner = chain.getFirst();
        SignatureScheme scheme = SignatureScheme.of(owner.getPublicKey())
                .orElseThrow(() -> new SignerException(new Problem.KeyAlgorithmUnsupported(
                        source, owner.getPublicKey().getAlgorithm())));
        try {
            Signature signing = scheme.newSigning(DigestAlgorithm.SHA256, privateKey);
            signing.update(PROBE);
            byte[] value = signing.sign();
            Signature verifying = scheme.newVerifying(DigestAlgorithm.SHA256, owner.getPublicKey());
            verifying.update(PROBE);
            if (verifying.verify(value)) {
                return new SigningKey(privateKey, chain, scheme);
            }
        } catch (GeneralSecurityException e) {
            throw new SignerException(new Problem.KeyCertificateMismatch(source), e);
        }
        throw new SignerException(new Problem.KeyCertificateMismatch(source));
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
        return CertificateIdentity.of(certificate());
    }

    /** The scheme in which this key signs. */
    public SignatureScheme scheme() {
        return scheme;
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
            Signature signature = scheme.newSigning(digest, privateKey);
            signature.update(data);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new SignerException(new Problem.SigningFailed(scheme.name()), e);
        }
    }

    @Override
    public void close() {
        closed = true;
        if (!privateKey.isDestroyed()) {
            try {
                privateKey.destroy();
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
