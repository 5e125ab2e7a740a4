/** Trust anchors, the chains that lead to them, and the folder in which they lie. */
@NullMarked
package id.espm.signer.trust;

import org.jspecify.annotations.NullMarked;
