/** Signatures in PDF (ISO 32000-2, ETSI EN 319 142-1). The only package that touches PDFBox. */
@NullMarked
package id.espm.signer.pdf;

import org.jspecify.annotations.NullMarked;
