/** Questions that cannot be undone afterwards; what can be undone is not asked. */
@NullMarked
package id.espm.app.gui.ask;

import org.jspecify.annotations.NullMarked;
