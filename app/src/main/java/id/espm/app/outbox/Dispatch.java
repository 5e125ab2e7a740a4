package id.espm.app.outbox;

import id.espm.app.espm.EspmException;
import id.espm.app.espm.EspmProblem;
import id.espm.app.espm.EspmProblem.SentNotKept.Kept;
import id.espm.app.espm.Submission;
import id.espm.app.espm.SubmissionListener;
import id.espm.app.espm.SubmissionOutcome;
import id.espm.app.espm.TokenSource;
import id.espm.app.espm.client.EspmSession;
import id.espm.app.espm.client.HashedBundle;
import id.espm.app.espm.submit.Delivered;
import id.espm.app.espm.submit.ReceiptFiles;
import id.espm.app.espm.submit.Submitter;
import id.espm.app.outbox.OutboxRow.Proof;
import id.espm.app.outbox.OutboxRow.Standing;
import id.espm.signer.SignerException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** Brings one bundle from its row to eSPM, and writes down each step as it is taken. The row is held meanwhile. */
final class Dispatch {
    private final Submitter submitter;
    private final SentRecord record;
    private final Outbox.Changes changes;
    private final Path history;
    private final Clock clock;

    Dispatch(OutboxSettings settings, Outbox.Changes changes) {
        this.submitter = new Submitter(settings.receipts());
        this.record = new SentRecord(settings);
        this.changes = changes;
        this.history = settings.history();
        this.clock = settings.clock();
    }

    SubmissionOutcome send(OutboxRow row, EspmSession session, TokenSource tokens, SubmissionListener listener)
            throws EspmException, IOException, InterruptedException {
        HashedBundle bundle = unchanged(row);
        Delivered delivered = submitter.submit(session, bundle, row.details(), tokens, new Noting(row, listener));
        return sent(row, delivered);
    }

    /** Whether the bundle is not where it was, or another one is: then it can never be sent from this row. */
    static boolean isGone(OutboxRow row) throws IOException, InterruptedException {
        try {
            unchanged(row);
            return false;
        } catch (EspmException e) {
            return true;
        }
    }

    /** @throws EspmException {@link EspmProblem.BundleMoved}, {@link EspmProblem.BundleReplaced} */
    private static HashedBundle unchanged(OutboxRow row) throws EspmException, IOException, InterruptedException {
        Path file = row.bundle();
        if (!Files.exists(file)) {
            throw new EspmException(new EspmProblem.BundleMoved(file));
        }
        HashedBundle bundle = HashedBundle.of(file);
        if (!bundle.sha256().equals(row.key().sha256())) {
            throw new EspmException(new EspmProblem.BundleReplaced(file));
        }
        return bundle;
    }

    /** eSPM says that it has accepted a bundle whose receipt is not here: fetches and checks it. */
    void prove(OutboxRow row, EspmSession session, Submission submission) throws EspmException, InterruptedException {
        sent(
                row,
                submitter.accepted(
                        session,
                        submission,
                        row.key().sha256(),
                        row.size(),
                        row.details().content()));
    }

    /**
     * The one way to SENT: the receipt's files, the entry in the history, the row. Each may be done again, so that the next
     * run mends what a crash between two of them left.
     */
    private SubmissionOutcome sent(OutboxRow row, Delivered delivered) throws EspmException {
        SubmissionOutcome outcome = receiptKept(row, delivered);
        try {
            record.add(row, outcome.id());
        } catch (SignerException e) {
            throw notKept(outcome.id(), Kept.HISTORY, history, e);
        }
        RowState told = RowState.of(outcome.status());
        // What was announced and accepted in this very run was still QUEUED when the row was read.
        RowState before = row.state() == RowState.QUEUED ? RowState.SENDING : row.state();
        RowState state = before.mayBecome(told) ? told : before;
        Standing standing = new Standing(
                state,
                since(row, state, outcome),
                Optional.of(outcome.id()),
                row.size(),
                Optional.empty(),
                Optional.of(new Proof(outcome.receiptFile().toAbsolutePath().normalize(), outcome.sentAt())),
                delivered.alasan().or(() -> row.standing().alasan()));
        changes.make(rows -> {
            rows.sent(row.key(), standing);
            return true;
        });
        return outcome;
    }

    private Instant since(OutboxRow row, RowState state, SubmissionOutcome outcome) {
        if (state == RowState.SENT) {
            return outcome.sentAt();
        }
        return state == row.state() ? row.standing().since() : clock.instant();
    }

    private static SubmissionOutcome receiptKept(OutboxRow row, Delivered delivered) throws EspmException {
        try {
            return delivered.keptBeside(row.bundle());
        } catch (IOException e) {
            Path file = ReceiptFiles.beside(row.bundle()).receipt();
            throw notKept(delivered.receipt().id(), Kept.RECEIPT, file, e);
        }
    }

    private static EspmException notKept(String id, Kept kept, Path file, Exception cause) {
        String said = Objects.requireNonNullElse(cause.getMessage(), cause.toString());
        return new EspmException(new EspmProblem.SentNotKept(id, kept, file, said), cause);
    }

    /** Writes each step down before the caller hears of it. */
    private final class Noting implements SubmissionListener {
        private final OutboxRow row;
        private final SubmissionListener listener;

        Noting(OutboxRow row, SubmissionListener listener) {
            this.row = row;
            this.listener = listener;
        }

        /** A bundle that was sent before stays sent, whatever comes of asking again. */
        @Override
        public void announced(String id) throws EspmException {
            if (row.state().isOpen()) {
                Instant since = row.state() == RowState.SENDING ? row.standing().since() : clock.instant();
                changes.make(rows -> {
                    rows.announced(row.key(), since, id);
                    return true;
                });
            }
            listener.announced(id);
        }

        @Override
        public void confirmed(long offset) throws EspmException {
            changes.make(rows -> {
                rows.confirmed(row.key(), offset);
                return true;
            });
            listener.confirmed(offset);
        }

        @Override
        public void sent(long sent, long total) {
            listener.sent(sent, total);
        }

        @Override
        public void waiting(EspmProblem problem, Duration pause) {
            listener.waiting(problem, pause);
        }
    }
}
