/** Judging any file by what it holds, whatever its name. */
@NullMarked
package id.espm.app.verification;

import org.jspecify.annotations.NullMarked;
