/** The independent judge: the EU's DSS says what each signature is worth, without a line of the Signer's own code. */
@NullMarked
package id.espm.sandbox.judge;

import org.jspecify.annotations.NullMarked;
