/** HTTP to the services that a signature needs, bounded in time and size. */
@NullMarked
package id.espm.signer.network;

import org.jspecify.annotations.NullMarked;
