package id.espm.sandbox.ca.service;

import id.espm.sandbox.ca.CertificateAuthority;
import id.espm.sandbox.ca.CertificateProfile;
import id.espm.sandbox.ca.IssuedKey;
import id.espm.sandbox.ca.Issuer;
import id.espm.sandbox.ca.Subject;
import java.util.Optional;

/** Keys that may not answer for a CA, made on first need. */
final class WrongSigners {
    private final CertificateAuthority ca;
    private Optional<CertificateAuthority> impostor = Optional.empty();

    WrongSigners(CertificateAuthority ca) {
        this.ca = ca;
    }

    /** Another CA that bears the names of ours. */
    synchronized CertificateAuthority impostor() {
        if (impostor.isEmpty()) {
            impostor = Optional.of(CertificateAuthority.inMemory(ca.clock()));
        }
        return impostor.get();
    }

    /** One of our own certificates, which is none of a responder. */
    IssuedKey undelegated() {
        Subject subject = Subject.named("Bukan responder LATIHAN").build();
        return ca.serverKey("undelegated", CertificateProfile.signer(subject).build());
    }

    IssuedKey impostor(Issuer issuer) {
        return impostor().ocspSigner(issuer);
    }
}
