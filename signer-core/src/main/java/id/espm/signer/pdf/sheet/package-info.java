/** Sheets of text as PDF: reports and cover sheets. What they say comes from who prints them. */
@NullMarked
package id.espm.signer.pdf.sheet;

import org.jspecify.annotations.NullMarked;
