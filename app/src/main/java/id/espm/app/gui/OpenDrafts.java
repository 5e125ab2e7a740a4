package id.espm.app.gui;

import id.espm.app.draft.DraftFile;
import id.espm.app.draft.DraftFolder;
import id.espm.app.gui.home.Drafts;
import id.espm.app.settings.SettingsFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/** Shows on Beranda what Paket keeps. */
final class OpenDrafts implements Drafts {
    private final DraftFolder folder;
    private final Consumer<UUID> opening;

    /** @param opening goes on with a draft */
    OpenDrafts(SettingsFolder settings, Consumer<UUID> opening) {
        this.folder = new DraftFolder(settings.drafts());
        this.opening = opening;
    }

    @Override
    public List<Draft> list() throws IOException {
        return folder.list().stream().map(OpenDrafts::brief).toList();
    }

    private static Draft brief(id.espm.app.draft.Draft draft) {
        String title = draft.source()
                .or(() -> draft.files().stream().map(DraftFile::path).findFirst())
                .map(Path::getFileName)
                .map(Path::toString)
                .orElse("…");
        return new Draft(draft.id().toString(), title, draft.changed());
    }

    @Override
    public void open(Draft draft) {
        opening.accept(UUID.fromString(draft.id()));
    }
}
