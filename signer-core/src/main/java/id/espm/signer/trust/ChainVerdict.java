package id.espm.signer.trust;

import id.espm.signer.Problem.IssuerNotTrusted.ChainGap;
import java.security.cert.X509Certificate;
import java.util.List;

/** Where the chain of a certificate leads. */
public sealed interface ChainVerdict {
    /**
     * To a trust anchor.
     *
     * @param path the certificate first, the anchor last
     */
    record Trusted(List<X509Certificate> path) implements ChainVerdict {
        public Trusted {
            path = List.copyOf(path);
        }
    }

    /**
     * To none.
     *
     * @param issuer the name of the issuer at which it ends
     */
    record Untrusted(String issuer, ChainGap gap) implements ChainVerdict {}
}
