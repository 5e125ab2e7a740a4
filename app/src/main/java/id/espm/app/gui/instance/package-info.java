/** One window per settings folder: a later start hands its files to the one that is open. */
@NullMarked
package id.espm.app.gui.instance;

import org.jspecify.annotations.NullMarked;
