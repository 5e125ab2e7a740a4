/** A package from its check to the signed bundle. */
@NullMarked
package id.espm.signer.sign;

import org.jspecify.annotations.NullMarked;
