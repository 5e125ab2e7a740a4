package id.espm.signer.trust.revocation;

import java.security.cert.X509Certificate;
import java.time.Instant;

/**
 * What is asked: whether a certificate is revoked.
 *
 * @param issuer whose signature the certificate bears
 * @param at     now, by the caller's clock
 */
record Question(X509Certificate certificate, X509Certificate issuer, Instant at) {}
