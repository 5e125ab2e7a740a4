/** The signed receipt of an accepted submission. */
@NullMarked
package id.espm.sandbox.espm.receipt;

import org.jspecify.annotations.NullMarked;
