/** Letters of any script by embedded subsets of fonts: those that come with the program, then those of the system. */
@NullMarked
package id.espm.signer.pdf.appearance.font;

import org.jspecify.annotations.NullMarked;
