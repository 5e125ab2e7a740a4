/** Certificates in their order, whatever source they come from. */
@NullMarked
package id.espm.signer.key.chain;

import org.jspecify.annotations.NullMarked;
