/** Step 3: signing, and what was written. */
@NullMarked
package id.espm.app.gui.sign;

import org.jspecify.annotations.NullMarked;
