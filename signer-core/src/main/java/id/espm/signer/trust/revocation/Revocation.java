package id.espm.signer.trust.revocation;

import id.espm.signer.RevocationGap;
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
     * Nobody answered what could be relied on. It is not an all-clear.
     *
     * @param detail who was asked and what came, for whoever looks for the cause; may be empty
     */
    record Unknown(RevocationGap gap, String detail) implements Revocation {}
}
