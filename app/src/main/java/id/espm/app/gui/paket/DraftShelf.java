package id.espm.app.gui.paket;

import id.espm.app.draft.Draft;
import id.espm.app.draft.DraftFolder;
import id.espm.app.gui.look.Failure;
import id.espm.app.settings.SettingsFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The drafts that wait, and the packages worked on lately; what goes wrong there is told and stops nothing. */
final class DraftShelf {
    private final SettingsFolder settings;
    private final DraftFolder folder;
    private final PackageNews news;

    DraftShelf(SettingsFolder settings, DraftFolder folder, PackageNews news) {
        this.settings = settings;
        this.folder = folder;
        this.news = news;
    }

    Optional<Draft> find(UUID id) {
        try {
            return folder.find(id);
        } catch (IOException e) {
            news.tell(new Failure.OfFiles(e));
            return Optional.empty();
        }
    }

    /** Shows those that wait besides the open ones. */
    void list(Set<UUID> open) {
        try {
            news.waiting(folder.list().stream()
                    .filter(draft -> !open.contains(draft.id()))
                    .toList());
        } catch (IOException e) {
            news.tell(new Failure.OfFiles(e));
        }
    }

    /** Remembers a package among the last ones. */
    void worked(Path path) {
        try {
            settings.remember(memory -> memory.worked(path));
        } catch (IOException e) {
            news.tell(new Failure.OfFiles(e));
        }
    }
}
