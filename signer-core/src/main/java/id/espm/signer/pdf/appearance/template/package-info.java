/** What a visible signature looks like and where it stands, as people write it down. */
@NullMarked
package id.espm.signer.pdf.appearance.template;

import org.jspecify.annotations.NullMarked;
