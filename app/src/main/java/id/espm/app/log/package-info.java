/** The file that the program logs to. */
@NullMarked
package id.espm.app.log;

import org.jspecify.annotations.NullMarked;
