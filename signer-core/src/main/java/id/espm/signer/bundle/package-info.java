/** The signed bundle: an ASiC-E container with CAdES (ETSI EN 319 162-1). */
@NullMarked
package id.espm.signer.bundle;

import org.jspecify.annotations.NullMarked;
