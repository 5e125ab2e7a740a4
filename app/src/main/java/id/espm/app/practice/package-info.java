/** Practice mode: the Signer tried against the world that the sandbox plays, from the certificate to KPPN's desk. */
@NullMarked
package id.espm.app.practice;

import org.jspecify.annotations.NullMarked;
