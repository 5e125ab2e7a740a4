package id.espm.app.history;

import id.espm.app.database.Database;
import id.espm.app.database.DatabaseException;
import id.espm.app.database.DatabaseForm;
import id.espm.app.history.audit.AuditEntry;
import id.espm.app.history.audit.AuditEvent;
import id.espm.app.history.audit.Head;
import id.espm.signer.Problem;
import id.espm.signer.SignerException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.LoggerFactory;

/**
 * What was signed on this machine: a journal of what is done to each package, from which a batch that was killed goes on, and
 * an audit trail whose entries are chained by hashes (ADR-0014). What a method changed is on the disk when it returns, and is
 * changed whole or not at all.
 *
 * <p>For several threads, and for several processes on the same folder. Each method fails with
 * {@link Problem.HistoryUnusable} where the history cannot be read or written.
 */
public final class History implements AutoCloseable {
    /** Marked {@code espm}. */
    static final DatabaseForm FORM = DatabaseForm.of(0x6573706d, 1, History.class, "schema.sql");

    private final Path file;
    private final Database database;
    private final Journal journal;
    private final AuditTrail audit;
    private final HeadFile headFile;

    History(Path file, Database database, HeadFile headFile) {
        this.file = file;
        this.database = database;
        this.journal = new Journal(database);
        this.audit = new AuditTrail(database);
        this.headFile = headFile;
    }

    /**
     * Opens the history, and begins one where there is none yet. What is damaged or lost is never made anew. Compares the
     * head with the database; the whole chain is compared by {@code history verify}.
     *
     * @param folder the folder of {@code history.db} and {@code history.head}
     * @throws SignerException {@link Problem.HistoryUnusable}
     */
    public static History open(Path folder) throws SignerException {
        HistoryFolder files = new HistoryFolder(folder);
        try {
            files.make();
            HeadFile head = HeadFile.open(files.head());
            boolean open = false;
            try {
                History history = new History(files.database(), Database.open(files.database(), FORM), head);
                history.compareHead(HeadFile.read(files.head()));
                open = true;
                return history;
            } finally {
                if (!open) {
                    head.close();
                }
            }
        } catch (DatabaseException | IOException e) {
            throw unusable(files.database(), e);
        }
    }

    private void compareHead(Optional<Head> inFile) throws IOException, DatabaseException {
        boolean same = false;
        try {
            Head said = inFile.orElseThrow(() -> new IOException("history.head is damaged"));
            Optional<Head> there = audit.headAt(said.seq());
            if (there.isEmpty()) {
                throw new IOException("entries after " + audit.head().seq() + " are missing; there were " + said.seq());
            }
            if (!there.get().equals(said)) {
                throw new IOException("entry " + said.seq() + " is not the one in history.head");
            }
            same = true;
        } finally {
            if (!same) {
                database.close();
            }
        }
    }

    /** When the newest entry of the audit trail was written. */
    public Optional<Instant> lastTime() throws SignerException {
        return run(audit::lastTime);
    }

    /** What is known of a package. */
    public Known known(SigningId id) throws SignerException {
        return run(() -> journal.known(id));
    }

    /** The bundle of a package is about to appear at this place; to be called before it may. */
    public void intend(SigningId id, Path target) throws SignerException {
        Path absolute = target.toAbsolutePath().normalize();
        change(() -> {
            journal.put(id, new Known.Intended(absolute));
            return Optional.empty();
        });
    }

    /**
     * A package was signed, or was found to have been.
     *
     * @param event with the bundle
     */
    public void signed(SigningId id, AuditEvent event) throws SignerException {
        Path bundle = Path.of(event.bundle()
                .orElseThrow(() -> new IllegalArgumentException("signed without a bundle"))
                .path());
        put(id, new Known.Signed(bundle, event.time().toInstant()), event);
    }

    /**
     * A package could not be signed.
     *
     * @param event with the code of the error
     */
    public void failed(SigningId id, AuditEvent event) throws SignerException {
        String code = event.error().orElseThrow(() -> new IllegalArgumentException("failed without an error"));
        put(id, new Known.Failed(code, event.time().toInstant()), event);
    }

    private void put(SigningId id, Known state, AuditEvent event) throws SignerException {
        change(() -> {
            journal.put(id, state);
            return Optional.of(audit.append(event));
        });
    }

    /** Something happened that the journal does not know: a bundle was cosigned or sent. */
    public void record(AuditEvent event) throws SignerException {
        change(() -> Optional.of(audit.append(event)));
    }

    /** Packages whose last signing into this folder failed, in the order of their folders. */
    public List<FailedPackage> failedIn(Path output) throws SignerException {
        return run(() -> journal.failedIn(output.toAbsolutePath().normalize()));
    }

    /** The newest signing of a document, in any run. */
    public Optional<AuditEntry> signedBefore(DocumentKey document) throws SignerException {
        return run(() -> audit.signedBefore(document));
    }

    /** Entries, the newest first. */
    public List<AuditEntry> entries(EntryFilter filter) throws SignerException {
        return run(() -> audit.entries(filter));
    }

    private void change(Database.Work<Optional<Head>> work) throws SignerException {
        run(() -> {
            Optional<Head> head = database.transaction(work);
            head.ifPresent(this::keepHead);
            return head;
        });
    }

    /** The change stands by now. A head that is behind is no fault, and the next one overtakes it. */
    private void keepHead(Head head) {
        try {
            headFile.write(head);
        } catch (IOException e) {
            LoggerFactory.getLogger(History.class).warn("the head of the history could not be written", e);
        }
    }

    private <T> T run(Database.Work<T> work) throws SignerException {
        try {
            return database.alone(work);
        } catch (DatabaseException e) {
            throw unusable(file, e);
        }
    }

    static SignerException unusable(Path file, Exception cause) {
        return new SignerException(
                new Problem.HistoryUnusable(file, Objects.requireNonNullElse(cause.getMessage(), cause.toString())),
                cause);
    }

    @Override
    public void close() throws SignerException {
        try (headFile) {
            database.close();
        } catch (DatabaseException | IOException e) {
            throw unusable(file, e);
        }
    }
}
