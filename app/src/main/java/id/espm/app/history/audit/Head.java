package id.espm.app.history.audit;

import id.espm.signer.Sha256;

/** Where the chain ends: the number and the hash of its last entry. */
public record Head(long seq, Sha256 hash) {
    /** The end of a chain without entries. */
    public static final Head EMPTY = new Head(0, ChainLink.START);
}
