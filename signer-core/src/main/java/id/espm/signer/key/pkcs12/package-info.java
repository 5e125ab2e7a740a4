/** Reads PKCS#12 files (RFC 7292, RFC 8018, RFC 9579) step by step, each with a refusal of its own (ADR-0011). */
@NullMarked
package id.espm.signer.key.pkcs12;

import org.jspecify.annotations.NullMarked;
