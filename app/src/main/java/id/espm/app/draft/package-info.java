/** Packages under work, as they are kept until they are signed: a crash loses nothing but the passphrase (ADR-0019). */
@NullMarked
package id.espm.app.draft;

import org.jspecify.annotations.NullMarked;
