/** What the services of issuers hand out, fetched and kept; it is checked by whoever uses it. */
@NullMarked
package id.espm.signer.trust.evidence;

import org.jspecify.annotations.NullMarked;
