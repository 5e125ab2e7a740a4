/**
 * Raises signatures from B-T to B-LT and B-LTA (ETSI EN 319 102-1, 5.5-5.6) by the EU's DSS. Who signs at B-B or B-T never
 * loads it (ADR-0010).
 */
@NullMarked
package id.espm.signer.augment;

import org.jspecify.annotations.NullMarked;
