/** The official's key and certificate, and the passphrase that opens them. */
@NullMarked
package id.espm.signer.key;

import org.jspecify.annotations.NullMarked;
