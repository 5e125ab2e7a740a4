package id.espm.app.gui.preview;

import id.espm.app.gui.look.Failure;
import id.espm.signer.pdf.appearance.PageArea;
import java.util.List;
import java.util.Optional;

/**
 * Where the block stands in the document that is looked at.
 *
 * @param areas   empty while the signature is not to be seen
 * @param free    whether it may be dragged; in a field it may not
 * @param failure what the signer would say
 */
record Standing(List<PageArea> areas, boolean free, Optional<Failure> failure) {
    Standing {
        areas = List.copyOf(areas);
    }

    static Standing nowhere() {
        return new Standing(List.of(), false, Optional.empty());
    }

    static Standing failed(Failure failure) {
        return new Standing(List.of(), false, Optional.of(failure));
    }
}
