/** What an ADK holds, read within bounds and without ever changing it; to sign one, nothing of this is needed. */
@NullMarked
package id.espm.signer.adk.contents;

import org.jspecify.annotations.NullMarked;
