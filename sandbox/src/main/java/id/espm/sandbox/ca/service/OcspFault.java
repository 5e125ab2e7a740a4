package id.espm.sandbox.ca.service;

/** What can be wrong with an OCSP answer, on purpose. */
public enum OcspFault {
    /** It said so two days ago, for a day. */
    STALE,
    /** It says so from tomorrow on. */
    FROM_THE_FUTURE,
    /** Signed by the responder of another CA that bears the same names. */
    FORGED,
    /** Signed by a certificate of the same CA that is none of a responder. */
    FORGED_BY_UNDELEGATED,
    /** Its nonce is not that of the request. */
    WRONG_NONCE,
    /** Without the nonce that was asked with, as of responders that sign ahead (RFC 5019). */
    NO_NONCE,
    /** About another certificate than the one asked about. */
    OTHER_CERTIFICATE,
    /** It does not say until when it holds. */
    NO_NEXT_UPDATE,
    /** {@code tryLater}. */
    TRY_LATER,
    /** Bytes that are no OCSP response. */
    GARBAGE,
    /** HTTP 503. */
    DOWN,
    /** An answer that does not end. */
    SLOW
}
