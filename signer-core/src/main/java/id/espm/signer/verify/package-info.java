/** Whether the signatures of a file hold and cover it whole. */
@NullMarked
package id.espm.signer.verify;

import org.jspecify.annotations.NullMarked;
