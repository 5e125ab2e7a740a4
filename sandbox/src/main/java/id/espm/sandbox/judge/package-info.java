/** Judges that are not ours: the EU's DSS, and programs of other projects. */
@NullMarked
package id.espm.sandbox.judge;

import org.jspecify.annotations.NullMarked;
