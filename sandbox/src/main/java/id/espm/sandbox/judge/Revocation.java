package id.espm.sandbox.judge;

/** Whether the judge asks for the revocation state of the certificates it meets. */
public enum Revocation {
    /** OCSP, then CRL, at the addresses in the certificates; only loopback addresses are contacted. */
    ONLINE,
    /**
     * Nothing is asked, and missing revocation data do not count against a signature. Revocation data that are in the
     * document are still looked at. For CAs without responders.
     */
    NOT_REQUIRED
}
