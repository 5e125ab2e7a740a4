package id.espm.app.gui.paket;

import id.espm.app.draft.Draft;
import id.espm.app.draft.DraftLook;
import id.espm.app.gui.paket.DraftDesk.Open;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** How the signatures in the documents of the open packages are to be seen, as their drafts keep it. */
public final class PackageLooks {
    private final DraftDesk desk;

    PackageLooks(DraftDesk desk) {
        this.desk = desk;
    }

    /** Of a document, where that was said. */
    public Optional<DraftLook> of(Path document) {
        return desk.open().drafts().stream()
                .flatMap(draft -> Optional.ofNullable(draft.looks().get(document)).stream())
                .findFirst();
    }

    /**
     * Writes down what was said; nothing is read anew, and undoing in the package leaves it.
     *
     * @param said by document; empty: not to be seen. Documents that are not named stay as they are
     */
    public void keep(Map<Path, Optional<DraftLook>> said) {
        Open next = desk.open();
        for (Draft draft : next.drafts()) {
            Map<Path, DraftLook> looks = new HashMap<>(draft.looks());
            said.forEach((document, look) ->
                    look.ifPresentOrElse(seen -> looks.put(document, seen), () -> looks.remove(document)));
            next = next.with(draft.change().looks(looks).build());
        }
        desk.replace(next);
    }
}
