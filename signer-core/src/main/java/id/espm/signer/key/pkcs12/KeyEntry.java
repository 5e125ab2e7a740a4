package id.espm.signer.key.pkcs12;

import id.espm.signer.Problem;
import id.espm.signer.SignerException;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/** A private key of a file with its certificates. */
public final class KeyEntry {
    private final List<X509Certificate> chain;
    private final Optional<PrivateKey> privateKey;
    private final Optional<Problem> objection;

    private KeyEntry(List<X509Certificate> chain, Optional<PrivateKey> privateKey, Optional<Problem> objection) {
        this.chain = chain;
        this.privateKey = privateKey;
        this.objection = objection;
    }

    static KeyEntry usable(PrivateKey privateKey, List<X509Certificate> chain) {
        return new KeyEntry(chain, Optional.of(privateKey), Optional.empty());
    }

    static KeyEntry refused(X509Certificate certificate, Problem objection) {
        return new KeyEntry(List.of(certificate), Optional.empty(), Optional.of(objection));
    }

    /** The owner's certificate first, then its issuers as far as the file holds them. */
    public List<X509Certificate> chain() {
        return chain;
    }

    /** The owner's certificate. */
    public X509Certificate certificate() {
        return chain.getFirst();
    }

    /** Why this key cannot sign here, if so. */
    public Optional<Problem> objection() {
        return objection;
    }

    /**
     * The key itself.
     *
     * @throws SignerException with the {@link #objection}, if there is one
     */
    public PrivateKey privateKey() throws SignerException {
        if (objection.isPresent()) {
            throw new SignerException(objection.get());
        }
        return privateKey.orElseThrow();
    }
}
