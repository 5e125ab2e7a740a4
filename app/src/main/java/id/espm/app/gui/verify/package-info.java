/** Verifikasi: whatever is signed is judged, told in one line, and shown with what was changed since. */
@NullMarked
package id.espm.app.gui.verify;

import org.jspecify.annotations.NullMarked;
