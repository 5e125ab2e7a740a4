package id.espm.app.espm.submit;

import id.espm.app.espm.EspmException;
import id.espm.app.espm.EspmProblem;
import id.espm.app.espm.Submission;
import id.espm.app.espm.SubmissionDetails;
import id.espm.app.espm.SubmissionListener;
import id.espm.app.espm.SubmissionStatus;
import id.espm.app.espm.TokenSource;
import id.espm.app.espm.client.AnnouncedSubmission;
import id.espm.app.espm.client.EspmSession;
import id.espm.app.espm.client.HashedBundle;
import id.espm.app.espm.client.UncheckedReceipt;
import id.espm.app.espm.http.Retry;
import java.io.IOException;
import java.util.Optional;

/** Brings one bundle to eSPM and its receipt back, unchecked. */
final class Delivery {
    /** An upload may expire, or be thrown away as damaged; if that goes on, something is wrong that no repetition mends. */
    private static final int MAX_STARTS = 3;

    private final EspmSession session;
    private final HashedBundle bundle;
    private final SubmissionDetails details;
    private final TokenSource tokens;
    private final SubmissionListener listener;

    Delivery(
            EspmSession session,
            HashedBundle bundle,
            SubmissionDetails details,
            TokenSource tokens,
            SubmissionListener listener) {
        this.session = session;
        this.bundle = bundle;
        this.details = details;
        this.tokens = tokens;
        this.listener = listener;
    }

    /** What eSPM says it has accepted. */
    record Accepted(String id, SubmissionStatus status, Optional<String> alasan, UncheckedReceipt receipt) {}

    Accepted run() throws EspmException, IOException, InterruptedException {
        for (int start = 1; true; start++) {
            AnnouncedSubmission submission = announce();
            try {
                return deliver(submission);
            } catch (EspmException e) {
                if (start == MAX_STARTS || !mendedByNewStart(e.problem())) {
                    throw e;
                }
                bundle.requireUnchanged();
            }
        }
    }

    private AnnouncedSubmission announce() throws EspmException, InterruptedException {
        AnnouncedSubmission submission = retry().run(() -> session.createSubmission(bundle, details));
        listener.announced(submission.id());
        return submission;
    }

    private Accepted deliver(AnnouncedSubmission submission) throws EspmException, IOException, InterruptedException {
        String id = submission.id();
        if (!submission.fresh()) {
            Submission known = retry().run(() -> session.status(id));
            if (known.status() != SubmissionStatus.SENDING) {
                UncheckedReceipt receipt = retry().run(() -> session.receipt(id));
                return new Accepted(id, known.status(), known.alasan(), receipt);
            }
        }
        session.upload(submission, bundle, listener);
        bundle.requireUnchanged();
        UncheckedReceipt receipt = new Completion(session, submission, tokens, listener).run();
        return new Accepted(id, SubmissionStatus.SENT, Optional.empty(), receipt);
    }

    private static boolean mendedByNewStart(EspmProblem problem) {
        return problem instanceof EspmProblem.UploadExpired
                || problem instanceof EspmProblem.UploadIncomplete
                || (problem instanceof EspmProblem.HashMismatch mismatch && mismatch.restart());
    }

    private Retry retry() {
        return new Retry(session.settings(), listener);
    }
}
