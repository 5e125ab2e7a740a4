package id.espm.sandbox.espm;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * What eSPM signs its receipts with.
 *
 * @param key private key of the first certificate
 * @param chain the signing certificate first, then its issuers; goes into every signature
 */
public record ReceiptKey(PrivateKey key, List<X509Certificate> chain) {
    public ReceiptKey {
        chain = List.copyOf(chain);
        if (chain.isEmpty()) {
            throw new IllegalArgumentException("chain is empty");
        }
    }

    /** Does not show the key. */
    @Override
    public String toString() {
        return "ReceiptKey[" + chain.getFirst().getSubjectX500Principal() + "]";
    }
}
