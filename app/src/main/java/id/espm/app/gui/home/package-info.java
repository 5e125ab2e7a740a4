/** Beranda: what holds now and what to do next. */
@NullMarked
package id.espm.app.gui.home;

import org.jspecify.annotations.NullMarked;
