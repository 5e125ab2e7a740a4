/** Any ASiC container (ETSI EN 319 162-1): its manifests, and what its signatures cover. */
@NullMarked
package id.espm.signer.asic;

import org.jspecify.annotations.NullMarked;
