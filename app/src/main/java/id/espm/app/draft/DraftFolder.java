package id.espm.app.draft;

import id.espm.signer.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/** The folder in which drafts are kept, one file each; each is written whole or not at all. */
public final class DraftFolder {
    private static final Logger LOG = LoggerFactory.getLogger(DraftFolder.class);
    private static final String ENDING = ".json";

    private final Path folder;

    /** @param folder need not be there */
    public DraftFolder(Path folder) {
        this.folder = folder;
    }

    /** All drafts that can be read, the one changed last first. One that another version wrote stays where it is. */
    public List<Draft> list() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<Draft> drafts = new ArrayList<>();
        try (Stream<Path> listed = Files.list(folder)) {
            for (Path file :
                    listed.filter(path -> path.toString().endsWith(ENDING)).toList()) {
                read(file).ifPresent(drafts::add);
            }
        }
        drafts.sort(Comparator.comparing(Draft::changed).reversed());
        return drafts;
    }

    /** One of them, if it is there and can be read. */
    public Optional<Draft> find(UUID id) throws IOException {
        return read(file(id));
    }

    /** Writes a draft over what was there of it. */
    public void save(Draft draft) throws IOException {
        WholeFile.replace(file(draft.id()), DraftJson.write(draft));
    }

    /** Forgets a draft; its documents stay where they are. Whoever wants it back saves it again. */
    public void delete(UUID id) throws IOException {
        Files.deleteIfExists(file(id));
    }

    private Path file(UUID id) {
        return folder.resolve(id + ENDING);
    }

    private static Optional<Draft> read(Path file) throws IOException {
        try {
            return Optional.of(DraftJson.read(Files.readAllBytes(file)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (JacksonException | IllegalArgumentException e) {
            LOG.warn("a draft was left out: {}", e.getClass().getSimpleName());
            return Optional.empty();
        }
    }
}
