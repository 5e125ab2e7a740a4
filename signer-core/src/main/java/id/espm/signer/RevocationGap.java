package id.espm.signer;

/** Why nobody could say whether a certificate is revoked. None of these is an all-clear. */
public enum RevocationGap {
    /** The certificate names neither a responder nor a list. */
    NO_ADDRESS,
    /** Its issuer is not at hand, and no answer can be checked without it. */
    NO_ISSUER,
    /** It was not asked: the settings or the call forbid it. */
    NOT_ASKED,
    /** Nobody answered. */
    UNREACHABLE,
    /** Something answered that is neither an OCSP response nor a CRL. */
    MALFORMED,
    /** The answer is older than it may be. */
    STALE,
    /** The answer is not signed by the issuer, nor by whom the issuer appointed. */
    FORGED,
    /** The answer is one to another question: a nonce that was not asked with. */
    WRONG_NONCE,
    /** The responder itself said that it does not know, or will not tell. */
    NOT_TOLD
}
