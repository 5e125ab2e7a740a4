/** The visible signature: what the block shows, where it stands, and how it is drawn (ISO 32000-2, 12.5.5 and 12.7.5.5). */
@NullMarked
package id.espm.signer.pdf.appearance;

import org.jspecify.annotations.NullMarked;
