/**
 * A narrow reader of sound, ordinary PDFs (ADR-0010): it finds single objects by the cross-reference sections and reads
 * nothing else. What is not exactly as ISO 32000 says is {@link id.espm.signer.pdf.structure.Unusual}, never guessed.
 */
@NullMarked
package id.espm.signer.pdf.structure;

import org.jspecify.annotations.NullMarked;
