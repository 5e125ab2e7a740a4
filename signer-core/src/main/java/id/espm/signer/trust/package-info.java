/** Trust anchors, and whether a certificate leads to one. */
@NullMarked
package id.espm.signer.trust;

import org.jspecify.annotations.NullMarked;
