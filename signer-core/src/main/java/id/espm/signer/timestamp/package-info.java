/** Timestamps by RFC 3161: proof that a signature existed at a time. */
@NullMarked
package id.espm.signer.timestamp;

import org.jspecify.annotations.NullMarked;
