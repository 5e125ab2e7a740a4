package id.espm.signer.authority;

import id.espm.signer.SignerRole;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Who wants to sign, as what, and when.
 *
 * @param chain        the owner's certificate first, then whatever the key's source has of its issuers
 * @param role         as what he signs, where it is known yet
 * @param registration what eSPM knows of him, where it was asked
 * @param at           now
 */
public record AssessmentRequest(
        List<X509Certificate> chain, Optional<SignerRole> role, Optional<Registration> registration, Instant at) {
    /** @throws IllegalArgumentException if there is no certificate */
    public AssessmentRequest {
        chain = List.copyOf(chain);
        if (chain.isEmpty()) {
            throw new IllegalArgumentException("no certificate");
        }
    }

    /** The certificate alone, whoever signs with it as whatever. */
    public static AssessmentRequest of(List<X509Certificate> chain, Instant at) {
        return new AssessmentRequest(chain, Optional.empty(), Optional.empty(), at);
    }

    /** The owner's certificate. */
    public X509Certificate certificate() {
        return chain.getFirst();
    }
}
