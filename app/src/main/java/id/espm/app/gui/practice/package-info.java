/** Practice mode in the window: starting and ending it, and the ribbon that stands on every screen meanwhile. */
@NullMarked
package id.espm.app.gui.practice;

import org.jspecify.annotations.NullMarked;
