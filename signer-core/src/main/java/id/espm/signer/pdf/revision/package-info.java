/**
 * What changed between two revisions of a PDF, and whether a signature between them allows it (ISO 32000-2, 12.8.2). Whatever
 * is not understood is never allowed.
 */
@NullMarked
package id.espm.signer.pdf.revision;

import org.jspecify.annotations.NullMarked;
