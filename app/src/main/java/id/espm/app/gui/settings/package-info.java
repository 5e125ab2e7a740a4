/** Pengaturan: what an official sets up once. */
@NullMarked
package id.espm.app.gui.settings;

import org.jspecify.annotations.NullMarked;
