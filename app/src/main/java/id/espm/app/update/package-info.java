/** Whether there is a newer version: asked for by consent, believed by signature, never installed from here (ADR-0022). */
@NullMarked
package id.espm.app.update;

import org.jspecify.annotations.NullMarked;
