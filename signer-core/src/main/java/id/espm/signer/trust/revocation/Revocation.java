package id.espm.signer.trust;

import java.time.Instant;

/** What the issuer's services say of a certificate: not revoked, revoked, or nothing that could be relied on. */
public sealed interface Revocation {
    /** The issuer vouches for it. */
    record Good() implements Revocation {}

    /**
     * The issuer withdrew it (pencabutan).
     *
     * @param at     since when
     * @param reason in the words of RFC 5280 §5.3.1, such as {@code KEY_COMPROMISE}
     */
    record Revoked(Instant at, String reason) implements Revocation {}

    /**
     * Nobody answered, or the certificate names nobody to ask. It is not an all-clear.
     *
     * @param detail in the platform's words
     */
    record Unknown(String detail) implements Revocation {}
}
