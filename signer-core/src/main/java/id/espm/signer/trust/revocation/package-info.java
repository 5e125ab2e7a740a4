/** Whether a certificate is revoked, by OCSP and CRL. */
@NullMarked
package id.espm.signer.trust.revocation;

import org.jspecify.annotations.NullMarked;
