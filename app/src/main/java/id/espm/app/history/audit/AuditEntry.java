package id.espm.app.history.audit;

import id.espm.signer.Sha256;

/**
 * An event in its place in the chain.
 *
 * @param seq      its number; the first is 1
 * @param previous the hash of the entry before; {@link ChainLink#START} where there is none
 * @param hash     of {@code previous} and this entry, see {@link ChainLink}
 */
public record AuditEntry(long seq, AuditEvent event, Sha256 previous, Sha256 hash) {}
