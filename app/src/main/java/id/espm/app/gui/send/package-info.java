/** Step 4: the way to eSPM, up to the receipt. */
@NullMarked
package id.espm.app.gui.send;

import org.jspecify.annotations.NullMarked;
