/** Riwayat: what was signed and sent from this machine, and where it stands. */
@NullMarked
package id.espm.app.gui.history;

import org.jspecify.annotations.NullMarked;
