/** One program, two faces: entry point and the wiring of its objects. */
@NullMarked
package id.espm.app;

import org.jspecify.annotations.NullMarked;
