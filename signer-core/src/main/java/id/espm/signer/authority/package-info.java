/** Whether an official may sign with a certificate now: one verdict, with its reasons (ADR-0011). */
@NullMarked
package id.espm.signer.authority;

import org.jspecify.annotations.NullMarked;
