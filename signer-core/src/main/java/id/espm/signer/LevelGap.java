package id.espm.signer;

/** Why a signature could not be raised to the level that was asked for (ETSI EN 319 102-1, 5.5-5.6). */
public enum LevelGap {
    /** Neither OCSP nor a CRL told whether a certificate of the chain is revoked. */
    REVOCATION_DATA_MISSING,
    /** A certificate of the chain is revoked. */
    CERTIFICATE_REVOKED,
    /** No chain leads to a trust anchor. */
    CHAIN_NOT_TRUSTED,
    /** A certificate of the chain has expired or is not yet valid. */
    CERTIFICATE_OUT_OF_DATE,
    /** The chain of the time-stamping authority, or the timestamp itself, does not hold. */
    TIMESTAMP_NOT_USABLE,
    /** Anything else that stops augmentation. */
    OTHER
}
