package id.espm.app.gui.paket;

import id.espm.app.draft.Draft;
import id.espm.app.draft.DraftFile;
import id.espm.signer.Jenis;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The packages that lie open, as the row above the board shows them.
 *
 * @param all   in the order in which they were opened
 * @param shown which of them is on the board
 */
public record OpenPackages(List<Tab> all, Optional<UUID> shown) {
    public OpenPackages {
        all = List.copyOf(all);
    }

    /**
     * One of them.
     *
     * @param jenis    what it is, once it is said
     * @param source   its folder, or its first file
     * @param files    all that are in it
     * @param ready    whether it may be signed
     */
    public record Tab(UUID id, Optional<Jenis> jenis, Optional<Path> source, List<Path> files, boolean ready) {
        public Tab {
            files = List.copyOf(files);
        }
    }

    static OpenPackages none() {
        return new OpenPackages(List.of(), Optional.empty());
    }

    static OpenPackages of(DraftDesk.Open open, PackageChecks checks) {
        return new OpenPackages(
                open.drafts().stream().map(draft -> tab(draft, checks)).toList(), open.shown());
    }

    private static Tab tab(Draft draft, PackageChecks checks) {
        boolean ready = checks.result(draft.id())
                .map(found -> found.verdict() instanceof PackageVerdict.Ready)
                .orElse(false);
        return new Tab(
                draft.id(),
                draft.details().jenis(),
                draft.source(),
                draft.files().stream().map(DraftFile::path).toList(),
                ready);
    }

    /** The one that is shown. */
    public Optional<Tab> tab() {
        return all.stream().filter(tab -> shown.equals(Optional.of(tab.id()))).findFirst();
    }
}
