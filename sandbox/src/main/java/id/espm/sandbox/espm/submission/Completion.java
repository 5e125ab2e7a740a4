package id.espm.sandbox.espm.submission;

import id.espm.sandbox.espm.account.Account;
import id.espm.sandbox.espm.check.BundleCheck;
import id.espm.sandbox.espm.check.SenderCheck;
import id.espm.sandbox.espm.problem.ProblemType;
import id.espm.sandbox.espm.problem.Refusal;
import id.espm.sandbox.espm.receipt.Receipt;
import id.espm.sandbox.espm.receipt.ReceiptSigner;
import id.espm.sandbox.espm.store.CodeTable;
import id.espm.sandbox.espm.store.Database;
import id.espm.sandbox.espm.store.StoreException;
import id.espm.sandbox.espm.store.StoredReceipt;
import id.espm.sandbox.espm.store.SubmissionRow;
import id.espm.sandbox.espm.store.SubmissionTable;
import id.espm.sandbox.espm.token.SecurityCodes;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The last step: everything is checked, and the submission is accepted with a signed receipt, once. */
public final class Completion {
    /** A second request for the same submission waits for the verdict of the first. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Parts parts;
    private final SubmissionTable submissions = new SubmissionTable();
    private final CodeTable codeTable = new CodeTable();

    /** The parts that it works with. */
    public record Parts(
            Database database,
            Submissions submissions,
            Uploads uploads,
            SecurityCodes codes,
            SenderCheck senders,
            BundleCheck bundles,
            SpmQuota quota,
            ReceiptSigner receipts,
            Clock clock) {}

    public Completion(Parts parts) {
        this.parts = parts;
    }

    /**
     * Completes a submission, or gives the receipt again when it is accepted already.
     *
     * @param token security code, for the jenis that need one
     * @throws Refusal for the first thing that is wrong; the submission stays open
     */
    public StoredReceipt complete(Account sender, String id, @Nullable String token) throws Refusal, IOException {
        SubmissionRow announced = parts.submissions.find(sender, id);
        return parts.uploads.holding(announced, PATIENCE, () -> completeHeld(sender, id, token));
    }

    private StoredReceipt completeHeld(Account sender, String id, @Nullable String token) throws Refusal, IOException {
        SubmissionRow row = parts.submissions.find(sender, id);
        if (row.accepted()) {
            return parts.submissions.receipt(sender, id);
        }
        checkWhole(row);
        if (parts.submissions.tokenRequired(row)) {
            parts.codes.check(row, token);
        }
        checkHash(row);
        parts.senders.check(sender, row.declaration());
        parts.bundles.check(parts.uploads.files().file(id), row.declaration());
        return accept(row);
    }

    private void checkWhole(SubmissionRow row) throws Refusal {
        Uploads.Progress progress = parts.uploads.progress(row);
        if (progress.offset() < progress.length()) {
            throw new Refusal(
                            ProblemType.UPLOAD_INCOMPLETE,
                            "Unggahan belum lengkap: %d dari %d byte.".formatted(progress.offset(), progress.length()))
                    .with("offset", progress.offset());
        }
    }

    private void checkHash(SubmissionRow row) throws Refusal, IOException {
        String hash = parts.uploads.files().hash(row.id());
        if (!hash.equals(row.declaration().sha256())) {
            parts.uploads.restart(row);
            throw new Refusal(
                            ProblemType.HASH_MISMATCH,
                            "Paket yang diterima tidak sama dengan yang dinyatakan. Unggah kembali dari awal.")
                    .with("restart", true);
        }
    }

    private StoredReceipt accept(SubmissionRow row) throws Refusal {
        Instant now = parts.clock.instant();
        StoredReceipt receipt = parts.receipts.sign(Receipt.of(row.id(), row.declaration(), now));
        return parts.database.transaction(c -> {
            parts.quota.check(c, row.declaration());
            parts.quota.take(c, row);
            submissions.accept(c, row.id(), now, receipt);
            codeTable.remove(c, row.id());
            return submissions
                    .receipt(c, row.id())
                    .orElseThrow(() -> new StoreException("the receipt of " + row.id() + " was not kept"));
        });
    }
}
