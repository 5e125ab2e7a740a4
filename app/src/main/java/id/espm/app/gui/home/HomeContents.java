package id.espm.app.gui.home;

import id.espm.app.gui.home.Drafts.Draft;
import id.espm.app.gui.look.Failure;
import id.espm.app.outbox.OutboxRow;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What lies about in this workplace.
 *
 * @param drafts  what was begun and not signed yet
 * @param outbox  what still has to go, then what went last
 * @param recent  packages that were worked on and are still there, the last one first
 * @param trouble what could not be read
 */
public record HomeContents(List<Draft> drafts, List<OutboxRow> outbox, List<Path> recent, Optional<Failure> trouble) {
    public HomeContents {
        drafts = List.copyOf(drafts);
        outbox = List.copyOf(outbox);
        recent = List.copyOf(recent);
    }

    static HomeContents none() {
        return new HomeContents(List.of(), List.of(), List.of(), Optional.empty());
    }

    /** How many bundles still have to go. */
    public long open() {
        return outbox.stream().filter(row -> row.state().isOpen()).count();
    }
}
