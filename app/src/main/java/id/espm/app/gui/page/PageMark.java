package id.espm.app.gui.page;

import id.espm.signer.pdf.appearance.PageArea;

/**
 * A rectangle that is pointed out on a page.
 *
 * @param area where
 * @param kind what it is
 * @param text what is said of it, for the pointer and for a screen reader
 */
public record PageMark(PageArea area, Kind kind, String text) {
    /** What a mark is about; each has its colour. */
    public enum Kind {
        /** An empty field that could be signed. */
        FIELD,
        /** Something changed here. */
        CHANGED
    }
}
