/** What the block of a visible signature says, how it is set, and how it is drawn. */
@NullMarked
package id.espm.signer.pdf.appearance.block;

import org.jspecify.annotations.NullMarked;
