package id.espm.signer.trust.revocation;

import java.security.cert.CRLReason;

/** The words of RFC 5280 §5.3.1 for the number of a reason. */
final class ReasonName {
    /** Withdrawn for the time being; it may be lifted. */
    static final String HOLD = CRLReason.CERTIFICATE_HOLD.name();

    private ReasonName() {}

    static String of(int number) {
        CRLReason[] known = CRLReason.values();
        return number >= 0 && number < known.length ? known[number].name() : CRLReason.UNSPECIFIED.name();
    }
}
