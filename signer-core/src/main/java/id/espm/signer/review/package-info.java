/** Compares what a package, its ADK and its PDFs say of the same SPM (ADR-0015). */
@NullMarked
package id.espm.signer.review;

import org.jspecify.annotations.NullMarked;
