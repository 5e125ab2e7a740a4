/** Failures that nobody foresaw: a fault of the program, told calmly, with what a helper needs to know. */
@NullMarked
package id.espm.app.gui.failure;

import org.jspecify.annotations.NullMarked;
