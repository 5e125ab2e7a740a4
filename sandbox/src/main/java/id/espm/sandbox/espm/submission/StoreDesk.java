package id.espm.sandbox.espm.submission;

import id.espm.sandbox.espm.problem.Refusal;
import id.espm.sandbox.espm.store.Database;
import id.espm.sandbox.espm.store.Declaration;
import id.espm.sandbox.espm.store.SubmissionRow;
import id.espm.sandbox.espm.store.SubmissionTable;
import id.espm.sandbox.espm.store.UploadFiles;
import id.espm.sandbox.kppn.InboxItem;
import id.espm.sandbox.kppn.StateConflictException;
import id.espm.sandbox.kppn.StatusChange;
import id.espm.sandbox.kppn.SubmissionDesk;
import id.espm.sandbox.kppn.SubmissionStatus;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** KPPN's view of eSPM's store. */
public final class StoreDesk implements SubmissionDesk {
    private final Database database;
    private final SubmissionTable submissions = new SubmissionTable();
    private final UploadFiles files;
    private final SpmQuota quota;
    private final Clock clock;

    public StoreDesk(Database database, UploadFiles files, SpmQuota quota, Clock clock) {
        this.database = database;
        this.files = files;
        this.quota = quota;
        this.clock = clock;
    }

    @Override
    public List<InboxItem> accepted() {
        return database.read(submissions::accepted).stream()
                .flatMap(row -> item(row).stream())
                .toList();
    }

    @Override
    public Optional<InboxItem> find(String id) {
        return database.read(c -> submissions.find(c, id)).flatMap(this::item);
    }

    @Override
    public List<StatusChange> history(String id) {
        return database.read(c -> submissions.history(c, id));
    }

    @Override
    public Path bundle(String id) {
        return files.file(id);
    }

    @Override
    public void advance(String id, SubmissionStatus next, String note) {
        Instant now = clock.instant();
        try {
            database.transaction(c -> {
                SubmissionStatus status = submissions
                        .find(c, id)
                        .map(SubmissionRow::status)
                        .orElseThrow(() -> new IllegalStateException("no submission " + id));
                boolean again = submissions.history(c, id).stream()
                        .anyMatch(h -> h.status() == next && h.note().equals(note));
                if (!status.mayBecome(next) || again) {
                    throw new StateConflictException(id, status, next);
                }
                submissions.advance(c, id, next, now, note);
                if (next == SubmissionStatus.REJECTED) {
                    quota.free(c, id);
                }
                return true;
            });
        } catch (Refusal e) {
            throw new IllegalStateException("a change of state is not refused", e);
        }
    }

    private Optional<InboxItem> item(SubmissionRow row) {
        Declaration d = row.declaration();
        return row.sentAt()
                .map(sentAt -> new InboxItem(
                        row.id(),
                        row.status(),
                        d.jenis(),
                        d.nomor(),
                        d.satker(),
                        d.kppn(),
                        d.tahun(),
                        d.fileName(),
                        d.size(),
                        d.sha256(),
                        sentAt,
                        quota.zone(d.kppn())));
    }
}
