/** The words of a PDF, within bounds; {@link id.espm.signer.pdf.PdfText} opens the file for it. */
@NullMarked
package id.espm.signer.pdf.text;

import org.jspecify.annotations.NullMarked;
