package id.espm.sandbox.ca.service;

/** What can be wrong with a CRL, on purpose. */
public enum CrlFault {
    /** Its next one was due yesterday. */
    STALE,
    /** Signed by another CA that bears the same names. */
    FORGED,
    /** Of another distribution point (RFC 5280, section 5.2.5). */
    OTHER_POINT,
    /** Of the certificates of authorities only. */
    AUTHORITIES_ONLY,
    /** It speaks for other issuers too. */
    INDIRECT,
    /** It says only what changed since another one (section 5.2.4). */
    DELTA,
    /** It takes certificates off that were held: an entry with {@code removeFromCRL} for each. */
    REMOVED,
    /** Bytes that are no CRL. */
    GARBAGE,
    /** HTTP 503. */
    DOWN,
    /** A list that does not end. */
    SLOW
}
