/** The vocabulary of the Signer: what every other package speaks of. Imports nothing of ours. */
@NullMarked
package id.espm.signer;

import org.jspecify.annotations.NullMarked;
