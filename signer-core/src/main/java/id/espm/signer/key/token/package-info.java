/** Keys that stay where they are: in a token (PKCS#11) or in the certificate store of Windows. */
@NullMarked
package id.espm.signer.key.token;

import org.jspecify.annotations.NullMarked;
