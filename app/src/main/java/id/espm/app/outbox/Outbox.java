package id.espm.app.outbox;

import id.espm.app.database.Database;
import id.espm.app.database.DatabaseException;
import id.espm.app.database.DatabaseFile;
import id.espm.app.database.DatabaseForm;
import id.espm.app.espm.EspmException;
import id.espm.app.espm.EspmProblem;
import id.espm.app.espm.Submission;
import id.espm.app.espm.SubmissionDetails;
import id.espm.app.espm.SubmissionListener;
import id.espm.app.espm.SubmissionOutcome;
import id.espm.app.espm.TokenSource;
import id.espm.app.espm.client.EspmSession;
import id.espm.app.espm.client.HashedBundle;
import id.espm.app.outbox.OutboxRow.Account;
import id.espm.app.outbox.OutboxRow.Halt;
import id.espm.app.outbox.OutboxRow.Standing;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What is to be sent to eSPM, and what became of it: one row per bundle (ADR-0016). Window and command line send through here
 * alone. What a method changed is on the disk when it returns; a row never holds a password, a security code or a session.
 *
 * <p>For several threads, and for several processes on the same file. Each method fails with
 * {@link EspmProblem.OutboxUnusable} where the file cannot be read or written.
 */
public final class Outbox implements AutoCloseable {
    /** Marked {@code espo}. */
    private static final DatabaseForm FORM = DatabaseForm.of(0x6573706f, 1, Outbox.class, "schema.sql");

    private final OutboxSettings settings;
    private final Database database;
    private final RowTable table;
    private final Dispatch dispatch;

    private Outbox(OutboxSettings settings, Database database) {
        this.settings = settings;
        this.database = database;
        this.table = new RowTable(database);
        this.dispatch = new Dispatch(settings, this::change);
    }

    /** What happens to the rows within one transaction. */
    @FunctionalInterface
    interface Change<T> {
        T in(RowTable table) throws DatabaseException;
    }

    /** Makes changes, each whole or not at all. */
    @FunctionalInterface
    interface Changes {
        <T> T make(Change<T> change) throws EspmException;
    }

    /**
     * Opens the outbox, and begins one where there is none yet. What is damaged is never made anew.
     *
     * @throws EspmException {@link EspmProblem.OutboxUnusable}
     */
    public static Outbox open(OutboxSettings settings) throws EspmException {
        try {
            Files.createDirectories(settings.file().toAbsolutePath().getParent());
            DatabaseFile.make(settings.file());
            return new Outbox(settings, Database.open(settings.file(), FORM));
        } catch (IOException e) {
            throw unusable(settings, DatabaseException.of(e));
        } catch (DatabaseException e) {
            throw unusable(settings, e);
        }
    }

    /**
     * Puts a bundle in, or finds it by its hash where it is in: then it is looked for at its new place from now on.
     *
     * @param details as in the bundle's contents list
     * @return the row as it stands now, which may be sent already
     */
    public OutboxRow add(HashedBundle bundle, SubmissionDetails details, Account account) throws EspmException {
        OutboxRow.Key key = new OutboxRow.Key(bundle.sha256(), account.address());
        Standing standing = new Standing(
                RowState.QUEUED,
                settings.clock().instant(),
                Optional.empty(),
                0,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        OutboxRow row = new OutboxRow(
                key, account.user(), bundle.file().toAbsolutePath().normalize(), bundle.size(), details, standing);
        return change(rows -> {
            rows.put(row);
            return rows.find(key).orElseThrow();
        });
    }

    /** All rows, in the order in which they came. */
    public List<OutboxRow> rows() throws EspmException {
        return read(table::all);
    }

    /** A row as it stands now; empty where it was taken out. */
    public Optional<OutboxRow> find(OutboxRow.Key key) throws EspmException {
        return read(() -> table.find(key));
    }

    /**
     * Sends a bundle, or goes on with it, and waits until eSPM has accepted it. What was sent before is not sent again; its
     * receipt and its entry in the history are there when this returns. Every failure, and an interrupt, leaves the row so
     * that the same call goes on.
     *
     * @param row      as it was read; where another process has brought it on since, its new state counts
     * @param session  of the row's account
     * @param tokens   asked for the e-mailed security code when one is required
     * @param listener hears how it goes
     * @throws EspmException why it was not sent, which is kept in the row; {@link EspmProblem.BeingSent} is not
     * @throws IOException   if the bundle cannot be read
     */
    public SubmissionOutcome send(OutboxRow row, EspmSession session, TokenSource tokens, SubmissionListener listener)
            throws EspmException, IOException, InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        try (RowLock held = held(row)) {
            OutboxRow current = find(held.key()).orElse(row);
            try {
                return dispatch.send(current, session, tokens, listener);
            } catch (EspmException e) {
                halted(current, e);
                throw e;
            } catch (IOException e) {
                halted(current, HaltReader.of(e));
                throw e;
            }
        }
    }

    /** A bundle could not even be begun with, such as because nobody could log in: its row keeps the reason. */
    public void halted(OutboxRow row, EspmException reason) throws EspmException {
        if (!(reason.problem() instanceof EspmProblem.OutboxUnusable)) {
            halted(row, HaltReader.of(reason));
        }
    }

    private void halted(OutboxRow row, Halt halt) throws EspmException {
        change(rows -> {
            rows.halted(row.key(), halt);
            return true;
        });
    }

    /**
     * Asks eSPM where the bundles of the session's account stand, and keeps what it says.
     *
     * @return what could not be kept, by row: a receipt that proves nothing, a folder that cannot be written to
     * @throws EspmException if eSPM cannot be asked
     */
    public List<Unkept> refresh(EspmSession session, Account account) throws EspmException, InterruptedException {
        return new Inquiry(this, session, settings.clock()).all(account);
    }

    /**
     * A row of which eSPM knows more than could be kept.
     *
     * @param reason why
     */
    public record Unkept(OutboxRow row, EspmException reason) {}

    /** Keeps what eSPM says of a submission that is in the outbox; another one changes nothing. */
    public Optional<Unkept> heard(EspmSession session, Account account, Submission submission)
            throws EspmException, InterruptedException {
        return new Inquiry(this, session, settings.clock()).keep(account, submission);
    }

    /**
     * Takes a row out that was never announced to eSPM, or was rejected; deletes no bundle.
     *
     * @return whether it was taken out; if not, eSPM knows of it and it must stay
     * @throws EspmException {@link EspmProblem.BeingSent}
     */
    public boolean forget(OutboxRow.Key key) throws EspmException {
        Optional<OutboxRow> row = find(key);
        if (row.isEmpty()) {
            return true;
        }
        try (RowLock held = held(row.get())) {
            return change(rows -> {
                RowState state = rows.find(held.key()).map(OutboxRow::state).orElse(RowState.QUEUED);
                boolean may = state == RowState.QUEUED || state == RowState.REJECTED;
                if (may) {
                    rows.forget(key);
                }
                return may;
            });
        } catch (IOException e) {
            throw unusable(settings, DatabaseException.of(e));
        }
    }

    /** Whether a bundle was announced to eSPM and is gone since, so that nothing but {@link #forgetGone} is left for it. */
    public boolean isGone(OutboxRow row) throws IOException, InterruptedException {
        return row.state() == RowState.SENDING && Dispatch.isGone(row);
    }

    /**
     * Takes out a row for which {@link #isGone}, if eSPM has not accepted the bundle. If it has, its receipt is fetched and
     * kept, and the row stays.
     *
     * @param session of the row's account
     * @return whether it was taken out
     * @throws EspmException {@link EspmProblem.BeingSent}, where eSPM cannot be asked, or the receipt proves nothing
     */
    public boolean forgetGone(OutboxRow row, EspmSession session)
            throws EspmException, IOException, InterruptedException {
        try (RowLock held = held(row)) {
            OutboxRow current = find(held.key()).orElse(row);
            if (!isGone(current)) {
                return false;
            }
            Optional<Submission> accepted = new Inquiry(this, session, settings.clock()).accepted(current);
            if (accepted.isPresent()) {
                dispatch.prove(current, session, accepted.get());
                return false;
            }
            change(rows -> {
                rows.forget(current.key());
                return true;
            });
            return true;
        }
    }

    /** eSPM has accepted a bundle whose receipt is not here yet. */
    void prove(OutboxRow row, EspmSession session, Submission submission) throws EspmException, InterruptedException {
        try (RowLock held = held(row)) {
            OutboxRow current = find(held.key()).orElse(row);
            try {
                dispatch.prove(current, session, submission);
            } catch (EspmException e) {
                halted(current, e);
                throw e;
            }
        } catch (IOException e) {
            throw unusable(settings, DatabaseException.of(e));
        }
    }

    private RowLock held(OutboxRow row) throws EspmException {
        try {
            return RowLock.take(settings.locks(), row);
        } catch (IOException e) {
            throw unusable(settings, DatabaseException.of(e));
        }
    }

    <T> T change(Change<T> change) throws EspmException {
        try {
            return database.transaction(() -> change.in(table));
        } catch (DatabaseException e) {
            throw unusable(settings, e);
        }
    }

    private <T> T read(Database.Work<T> work) throws EspmException {
        try {
            return database.alone(work);
        } catch (DatabaseException e) {
            throw unusable(settings, e);
        }
    }

    private static EspmException unusable(OutboxSettings settings, DatabaseException e) {
        EspmProblem.OutboxUnusable.Trouble trouble = switch (e.trouble()) {
            case DISK_FULL -> EspmProblem.OutboxUnusable.Trouble.DISK_FULL;
            case READ_ONLY -> EspmProblem.OutboxUnusable.Trouble.READ_ONLY;
            case LOCKED -> EspmProblem.OutboxUnusable.Trouble.LOCKED;
            case DAMAGED, FOREIGN -> EspmProblem.OutboxUnusable.Trouble.DAMAGED;
            case NEWER -> EspmProblem.OutboxUnusable.Trouble.NEWER;
            case OTHER -> EspmProblem.OutboxUnusable.Trouble.OTHER;
        };
        String said = Objects.requireNonNullElse(e.getMessage(), "");
        return new EspmException(new EspmProblem.OutboxUnusable(settings.file(), trouble, said), e);
    }

    @Override
    public void close() throws EspmException {
        try {
            database.close();
        } catch (DatabaseException e) {
            throw unusable(settings, e);
        }
    }
}
