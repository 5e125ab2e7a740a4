/** The ADK: opaque bytes that are signed enveloping and given back unchanged. */
@NullMarked
package id.espm.signer.adk;

import org.jspecify.annotations.NullMarked;
