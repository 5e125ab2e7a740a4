package id.espm.signer.authority;

/** What is looked at before a signature, in the order in which an objection is told. */
public enum Check {
    /** The certificate is valid at the time, and for how long. */
    VALIDITY,
    /** It was issued for signing documents. */
    KEY_USAGE,
    /** Its key and its issuers' signatures cannot be forged. */
    STRENGTH,
    /** Its chain leads to a trust anchor. */
    CHAIN,
    /** Neither it nor an issuer is revoked. */
    REVOCATION,
    /** eSPM knows it as the official's. */
    REGISTRATION,
    /** The official holds the position in which he signs. */
    APPOINTMENT,
    /** The official's digital signature is issued. */
    DS_STATUS
}
