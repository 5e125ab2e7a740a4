package id.espm.app.gui.home;

import id.espm.app.espm.EspmException;
import id.espm.app.gui.home.Drafts.Draft;
import id.espm.app.gui.look.Failure;
import id.espm.app.outbox.Outbox;
import id.espm.app.outbox.OutboxRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Reads what Beranda lists; what cannot be read is told and hides nothing else. */
final class HomeReading {
    /** More would push the rest out of a small window. */
    private static final int MOST_ROWS = 5;

    private final HomeSources sources;
    private Optional<Failure> trouble = Optional.empty();

    HomeReading(HomeSources sources) {
        this.sources = sources;
    }

    HomeContents read() {
        return new HomeContents(drafts(), outbox(), recent(), trouble);
    }

    private List<Draft> drafts() {
        try {
            return sources.drafts().list().stream().limit(MOST_ROWS).toList();
        } catch (IOException e) {
            trouble = Optional.of(new Failure.OfFiles(e));
            return List.of();
        }
    }

    /** None is made only to be looked into. */
    private List<OutboxRow> outbox() {
        if (!Files.exists(sources.outbox().file())) {
            return List.of();
        }
        try (Outbox outbox = Outbox.open(sources.outbox())) {
            return outbox.rows().reversed().stream()
                    .sorted(Comparator.comparing(row -> !row.state().isOpen()))
                    .limit(MOST_ROWS)
                    .toList();
        } catch (EspmException e) {
            trouble = Optional.of(new Failure.OfEspm(e.problem(), e.serverDetail()));
            return List.of();
        }
    }

    private List<Path> recent() {
        return sources.settings().window().recent().stream()
                .filter(Files::exists)
                .limit(MOST_ROWS)
                .toList();
    }
}
