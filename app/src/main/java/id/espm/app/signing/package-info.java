/** Signing many packages: all are checked first, each then stands or falls by itself. */
@NullMarked
package id.espm.app.signing;

import org.jspecify.annotations.NullMarked;
