/** A package from its folder to the signed bundle. */
@NullMarked
package id.espm.signer.sign;

import org.jspecify.annotations.NullMarked;
