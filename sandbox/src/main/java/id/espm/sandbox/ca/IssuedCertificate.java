package id.espm.sandbox.ca;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Optional;

/**
 * One line of the CA's register.
 *
 * @param serial serial number
 * @param issuer who issued it
 * @param subject its subject, as text
 * @param issuedAt when
 * @param revocation whether, when and why it was revoked
 */
public record IssuedCertificate(
        BigInteger serial, Issuer issuer, String subject, Instant issuedAt, Optional<Revocation> revocation) {

    /**
     * That a certificate no longer counts.
     *
     * @param at from when the certificate counts as revoked
     * @param reason why
     */
    public record Revocation(Instant at, RevocationReason reason) {}

    IssuedCertificate revoked(Revocation value) {
        return new IssuedCertificate(serial, issuer, subject, issuedAt, Optional.of(value));
    }
}
