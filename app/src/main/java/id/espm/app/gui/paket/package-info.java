/** Step 2: the package, its documents and whether the rules hold. */
@NullMarked
package id.espm.app.gui.paket;

import org.jspecify.annotations.NullMarked;
