package id.espm.app.outbox;

import id.espm.app.espm.EspmException;
import id.espm.app.espm.EspmProblem;
import id.espm.app.espm.Submission;
import id.espm.app.espm.SubmissionListener;
import id.espm.app.espm.SubmissionStatus;
import id.espm.app.espm.client.EspmSession;
import id.espm.app.espm.http.Retry;
import id.espm.app.outbox.Outbox.Unkept;
import id.espm.app.outbox.OutboxRow.Account;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Asks eSPM where bundles stand, and keeps what it says. */
final class Inquiry {
    /** Our clock and the server's need not be the same; what is told twice does no harm. */
    private static final Duration CLOCKS_DIFFER = Duration.ofDays(1);

    private final Outbox outbox;
    private final EspmSession session;
    private final Clock clock;

    Inquiry(Outbox outbox, EspmSession session, Clock clock) {
        this.outbox = outbox;
        this.session = session;
        this.clock = clock;
    }

    List<Unkept> all(Account account) throws EspmException, InterruptedException {
        List<OutboxRow> waiting = outbox.rows().stream()
                .filter(row -> row.isOf(account) && row.id().isPresent())
                .filter(row -> !row.state().isFinal())
                .toList();
        Optional<Instant> since =
                waiting.stream().map(row -> row.standing().since()).min(Instant::compareTo);
        if (since.isEmpty()) {
            return List.of();
        }
        List<Submission> told = new Retry(session.settings(), SubmissionListener.SILENT)
                .run(() -> session.list(since.map(time -> time.minus(CLOCKS_DIFFER))));
        List<Unkept> unkept = new ArrayList<>();
        for (Submission submission : told) {
            for (OutboxRow row : waiting) {
                if (isOf(row, submission)) {
                    keep(row, submission).ifPresent(unkept::add);
                }
            }
        }
        return unkept;
    }

    /** Keeps what eSPM says of one submission, where it is in the outbox. */
    Optional<Unkept> keep(Account account, Submission submission) throws EspmException, InterruptedException {
        for (OutboxRow row : outbox.rows()) {
            if (row.isOf(account) && isOf(row, submission)) {
                return keep(row, submission);
            }
        }
        return Optional.empty();
    }

    /** What eSPM says of a row's submission, if it has accepted it. One that was never completed it may have dropped since. */
    Optional<Submission> accepted(OutboxRow row) throws EspmException, InterruptedException {
        String id = row.id().orElseThrow();
        try {
            Submission told = new Retry(session.settings(), SubmissionListener.SILENT).run(() -> session.status(id));
            return Optional.of(told).filter(submission -> submission.status() != SubmissionStatus.SENDING);
        } catch (EspmException e) {
            if (e.problem() instanceof EspmProblem.NotFound) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private static boolean isOf(OutboxRow row, Submission submission) {
        return row.id().filter(submission.id()::equals).isPresent()
                && row.key().sha256().equals(submission.sha256());
    }

    private Optional<Unkept> keep(OutboxRow row, Submission submission) throws EspmException, InterruptedException {
        if (submission.status() == SubmissionStatus.SENDING) {
            return Optional.empty();
        }
        if (row.state().isOpen()) {
            return prove(row, submission);
        }
        RowState told = RowState.of(submission.status());
        outbox.change(rows -> {
            // Another process may have asked meanwhile; nothing goes back.
            boolean news = rows.find(row.key())
                    .filter(now -> now.state() != told && now.state().mayBecome(told))
                    .isPresent();
            if (news) {
                rows.movedOn(row.key(), told, since(submission), submission.alasan());
            }
            return news;
        });
        return Optional.empty();
    }

    /** An earlier run had it accepted and ended before it had the receipt. */
    private Optional<Unkept> prove(OutboxRow row, Submission submission) throws EspmException, InterruptedException {
        try {
            outbox.prove(row, session, submission);
            return Optional.empty();
        } catch (EspmException e) {
            return switch (e.problem()) {
                // Who sends it right now will know by itself.
                case EspmProblem.BeingSent busy -> Optional.empty();
                case EspmProblem.OutboxUnusable unusable -> throw e;
                default -> Optional.of(new Unkept(row, e));
            };
        }
    }

    /** When it came to stand where it does. */
    private Instant since(Submission submission) {
        return submission.history().stream()
                .filter(change -> change.status() == submission.status())
                .map(Submission.Change::time)
                .findFirst()
                .orElseGet(clock::instant);
    }
}
