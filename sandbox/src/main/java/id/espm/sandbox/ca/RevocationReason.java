package id.espm.sandbox.ca;

/** Why a certificate was revoked: CRLReason of RFC 5280, section 5.3.1. */
public enum RevocationReason {
    UNSPECIFIED(0),
    KEY_COMPROMISE(1),
    /** The official moved to another office ("mutasi"). */
    AFFILIATION_CHANGED(3),
    SUPERSEDED(4),
    CESSATION_OF_OPERATION(5);

    private final int code;

    RevocationReason(int code) {
        this.code = code;
    }

    /** The number that stands in OCSP answers and CRLs. */
    public int code() {
        return code;
    }
}
