package id.espm.sandbox.ca;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;

/** A private key with its certificate and the certificates above it. */
public final class IssuedKey {
    private final PrivateKey privateKey;
    private final List<X509Certificate> chain;

    /**
     * @param privateKey the key of the first certificate
     * @param chain the key's own certificate, then its issuer's, up to the root
     */
    public IssuedKey(PrivateKey privateKey, List<X509Certificate> chain) {
        if (chain.isEmpty()) {
            throw new IllegalArgumentException("a key needs its certificate");
        }
        this.privateKey = privateKey;
        this.chain = List.copyOf(chain);
    }

    public PrivateKey privateKey() {
        return privateKey;
    }

    public X509Certificate certificate() {
        return chain.getFirst();
    }

    /** The key's own certificate first, the root last. */
    public List<X509Certificate> chain() {
        return chain;
    }

    /** The same key with its own certificate alone, as of a key file that lacks the issuers. */
    public IssuedKey withoutIssuers() {
        return new IssuedKey(privateKey, List.of(certificate()));
    }

    @Override
    public String toString() {
        return "IssuedKey[" + certificate().getSubjectX500Principal() + "]";
    }
}
