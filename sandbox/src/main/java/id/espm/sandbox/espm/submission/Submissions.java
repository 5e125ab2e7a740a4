package id.espm.sandbox.espm.submission;

import id.espm.sandbox.espm.account.Account;
import id.espm.sandbox.espm.account.SigningMatrix;
import id.espm.sandbox.espm.check.SenderCheck;
import id.espm.sandbox.espm.problem.ProblemType;
import id.espm.sandbox.espm.problem.Refusal;
import id.espm.sandbox.espm.store.Database;
import id.espm.sandbox.espm.store.Declaration;
import id.espm.sandbox.espm.store.StoredReceipt;
import id.espm.sandbox.espm.store.SubmissionRow;
import id.espm.sandbox.espm.store.SubmissionTable;
import id.espm.sandbox.espm.token.SecurityCodes;
import id.espm.sandbox.kppn.StatusChange;
import id.espm.sandbox.kppn.SubmissionStatus;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Announces submissions and tells where they stand; each account sees its own only. */
public final class Submissions {
    private final Database database;
    private final SubmissionTable table = new SubmissionTable();
    private final SubmissionIds ids = new SubmissionIds();
    private final Uploads uploads;
    private final SenderCheck senders;
    private final SpmQuota quota;
    private final SecurityCodes codes;
    private final SigningMatrix matrix;
    private final Clock clock;

    private Submissions(Builder builder) {
        database = builder.database;
        uploads = builder.uploads;
        senders = builder.senders;
        quota = builder.quota;
        codes = builder.codes;
        matrix = builder.matrix;
        clock = builder.clock;
    }

    /** The parts that it works with. */
    public record Builder(
            Database database,
            Uploads uploads,
            SenderCheck senders,
            SpmQuota quota,
            SecurityCodes codes,
            SigningMatrix matrix,
            Clock clock) {
        public Submissions build() {
            return new Submissions(this);
        }
    }

    /** A submission, and whether this very call made it. */
    public record Announced(SubmissionRow row, boolean fresh) {}

    /**
     * Announces a bundle, or finds the submission that the same account announced for it before.
     *
     * @throws Refusal when it may not be sent; nothing is kept then
     */
    public Announced announce(Account sender, Declaration declaration) throws Refusal, IOException {
        Instant now = clock.instant();
        Announced announced = database.transaction(c -> {
            Optional<SubmissionRow> known = table.findByKey(c, sender.username(), declaration.sha256());
            if (known.isPresent()) {
                uploads.reopenExpired(c, known.get(), now);
                return new Announced(same(known.get(), declaration), false);
            }
            senders.check(sender, declaration);
            uploads.checkSize(declaration.size());
            quota.check(c, declaration);
            SubmissionRow row = new SubmissionRow(
                    ids.next(now), sender.username(), declaration, SubmissionStatus.SENDING, Optional.empty());
            table.add(c, row, now);
            uploads.open(c, row, now);
            return new Announced(row, true);
        });
        if (tokenRequired(announced.row()) && !announced.row().accepted()) {
            codes.mailFirst(announced.row(), sender);
        }
        return announced;
    }

    /** Whether this submission needs the mailed security code. */
    public boolean tokenRequired(SubmissionRow row) {
        return matrix.tokenRequired().contains(row.declaration().jenis());
    }

    /** Mails a new security code and tells until when it is good. */
    public Instant mailAgain(Account sender, String id) throws Refusal, IOException {
        SubmissionRow row = find(sender, id);
        if (!tokenRequired(row) || row.accepted()) {
            throw new Refusal(ProblemType.INVALID_REQUEST, "Pengiriman ini tidak memerlukan kode keamanan.");
        }
        return codes.mailAgain(row, sender);
    }

    /**
     * One of the account's submissions.
     *
     * @throws Refusal {@code not-found}, also for someone else's
     */
    public SubmissionRow find(Account sender, String id) throws Refusal {
        return database.read(c -> table.find(c, id))
                .filter(row -> row.username().equals(sender.username()))
                .orElseThrow(Submissions::notFound);
    }

    /** The account's submissions that changed at or after the given time. */
    public List<SubmissionRow> changedSince(Account sender, Instant since) {
        return database.read(c -> table.changedSince(c, sender.username(), since));
    }

    /** A submission's history, oldest first. */
    public List<StatusChange> history(SubmissionRow row) {
        return database.read(c -> table.history(c, row.id()));
    }

    /**
     * The receipt of an accepted submission.
     *
     * @throws Refusal {@code not-found} before it is accepted
     */
    public StoredReceipt receipt(Account sender, String id) throws Refusal {
        SubmissionRow row = find(sender, id);
        return database.read(c -> table.receipt(c, row.id())).orElseThrow(Submissions::notFound);
    }

    private static SubmissionRow same(SubmissionRow known, Declaration declaration) throws Refusal {
        if (!known.declaration().announcesSameAs(declaration)) {
            throw new Refusal(
                    ProblemType.IDEMPOTENCY_CONFLICT,
                    "Paket ini sudah pernah diberitahukan dengan keterangan yang berbeda.");
        }
        return known;
    }

    private static Refusal notFound() {
        return new Refusal(ProblemType.NOT_FOUND, "Pengiriman tidak ditemukan.");
    }
}
