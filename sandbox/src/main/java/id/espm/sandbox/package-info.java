/** Everything around the Signer, played on loopback. */
@NullMarked
package id.espm.sandbox;

import org.jspecify.annotations.NullMarked;
