/**
 * Raises signatures from B-T to B-LT and B-LTA (ETSI EN 319 102-1, 5.5-5.6) by the EU's DSS. The only package that touches it;
 * who signs at B-B or B-T never loads it (ADR-0010). DSS adds the Bouncy Castle provider to the JVM's list when its classes load;
 * nothing here relies on that list.
 */
@NullMarked
package id.espm.signer.augment;

import org.jspecify.annotations.NullMarked;
