/** Pratinjau: the PDFs of a package before they are signed, and where and how each signature will be seen. */
@NullMarked
package id.espm.app.gui.preview;

import org.jspecify.annotations.NullMarked;
