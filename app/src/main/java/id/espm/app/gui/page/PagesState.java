package id.espm.app.gui.page;

import id.espm.app.gui.look.Failure;
import id.espm.signer.pdf.appearance.PageGeometry;
import java.util.List;

/** What the viewer shows. */
public sealed interface PagesState {

    /** No document. */
    record Empty() implements PagesState {}

    /** A document is being opened. */
    record Opening() implements PagesState {}

    /**
     * Its pages.
     *
     * @param pages never empty
     */
    record Shown(List<PageGeometry> pages) implements PagesState {
        public Shown {
            pages = List.copyOf(pages);
        }
    }

    /** It cannot be shown. */
    record Failed(Failure failure) implements PagesState {}
}
