/** What a package is before it is signed: its folder, what is said of it, and which file belongs to which document. */
@NullMarked
package id.espm.signer.paket;

import org.jspecify.annotations.NullMarked;
