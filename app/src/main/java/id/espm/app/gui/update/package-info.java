/** Whether there is a newer version: asked for by consent, told without disturbing (ADR-0022). */
@NullMarked
package id.espm.app.gui.update;

import org.jspecify.annotations.NullMarked;
