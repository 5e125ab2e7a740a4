/** The page viewer: the pages of a PDF, drawn one at a time as they come into view, with room for marks on them. */
@NullMarked
package id.espm.app.gui.page;

import org.jspecify.annotations.NullMarked;
