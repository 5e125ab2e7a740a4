/** The ZIP of a container, read as hostile: what may be in it, and whether it is what it says. */
@NullMarked
package id.espm.signer.asic.container;

import org.jspecify.annotations.NullMarked;
