/** What every part of the window shares: its words, its colours, its files and how failures are told. */
@NullMarked
package id.espm.app.gui.look;

import org.jspecify.annotations.NullMarked;
