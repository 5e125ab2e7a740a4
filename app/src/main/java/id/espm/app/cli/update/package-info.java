/** The calls around newer versions of the program. */
@NullMarked
package id.espm.app.cli.update;

import org.jspecify.annotations.NullMarked;
