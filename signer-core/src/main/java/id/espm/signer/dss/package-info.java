/**
 * What every use of the EU's DSS shares: whom it trusts, and its bounded way to the network. Only this package, {@code augment}
 * and {@code opinion} touch DSS. It adds the Bouncy Castle provider to the JVM's list when its classes load; nothing in this
 * library relies on that list.
 */
@NullMarked
package id.espm.signer.dss;

import org.jspecify.annotations.NullMarked;
