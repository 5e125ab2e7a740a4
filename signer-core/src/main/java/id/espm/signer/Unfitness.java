package id.espm.signer;

/** Why a file must not be signed as a part of a package. */
public enum Unfitness {
    /** It holds nothing. */
    EMPTY,
    /** It holds a private key, which nobody but its owner may have. */
    PRIVATE_KEY,
    /** It is a signed file or bundle by itself. */
    SIGNED_FILE
}
