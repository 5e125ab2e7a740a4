package id.espm.app.signing;

import id.espm.signer.Problem;
import id.espm.signer.key.CertificateUse;
import id.espm.signer.trust.evidence.RevocationSettings;
import id.espm.signer.trust.revocation.Revocation;
import id.espm.signer.trust.revocation.RevocationLookup;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Whether a certificate may sign now: validity and key usage first, then what its issuer's services say. Where nobody answers
 * it may, for an official without a network must be able to sign (PER-10/PB/2018 Pasal 3(2)); he is told.
 *
 * @param objection         what forbids signing
 * @param revocationUnknown whether the issuer could not be asked
 */
public record CertificateGate(Optional<Problem> objection, boolean revocationUnknown) {

    /**
     * Looks at a certificate, asking over the network where it names somebody to ask.
     *
     * @param chain the owner's certificate first, then its issuers
     */
    public static CertificateGate of(List<X509Certificate> chain, Instant at) {
        Optional<Problem> objection = CertificateUse.objection(chain.getFirst(), at);
        if (objection.isPresent()) {
            return new CertificateGate(objection, false);
        }
        try (RevocationLookup lookup = new RevocationLookup(RevocationSettings.usual())) {
            return switch (lookup.ask(chain.getFirst(), chain, at)) {
                case Revocation.Good good -> new CertificateGate(Optional.empty(), false);
                case Revocation.Unknown unknown -> new CertificateGate(Optional.empty(), true);
                case Revocation.Revoked revoked ->
                    new CertificateGate(
                            Optional.of(new Problem.CertificateRevoked(revoked.at(), revoked.reason())), false);
            };
        }
    }
}
