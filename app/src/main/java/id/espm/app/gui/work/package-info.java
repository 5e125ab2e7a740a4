/** Work beside the window, so that it never stands still. */
@NullMarked
package id.espm.app.gui.work;

import org.jspecify.annotations.NullMarked;
