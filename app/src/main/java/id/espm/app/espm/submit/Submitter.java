package id.espm.app.espm.submit;

import id.espm.app.espm.EspmException;
import id.espm.app.espm.EspmProblem;
import id.espm.app.espm.Submission;
import id.espm.app.espm.SubmissionDetails;
import id.espm.app.espm.SubmissionListener;
import id.espm.app.espm.SubmissionStatus;
import id.espm.app.espm.TokenSource;
import id.espm.app.espm.client.EspmSession;
import id.espm.app.espm.client.HashedBundle;
import id.espm.app.espm.client.UncheckedReceipt;
import id.espm.app.espm.http.Retry;
import id.espm.signer.Jenis;
import id.espm.signer.Sha256;
import id.espm.signer.trust.TrustAnchors;
import java.io.IOException;

/**
 * Sends bundles. Sending the same bundle again, after whatever interruption, goes on with the same submission from the
 * server's offset: the bundle's hash is the key, so there is never a second one. Nothing is called sent without a receipt that
 * the server signed and that speaks of exactly this bundle.
 */
public final class Submitter {
    private final TrustAnchors receiptAnchors;

    /** @param receiptAnchors to which the certificate of eSPM's receipts must lead */
    public Submitter(TrustAnchors receiptAnchors) {
        this.receiptAnchors = receiptAnchors;
    }

    /**
     * Sends a bundle and waits until eSPM has accepted it. An interrupt, like every failure, leaves all in a state from which
     * the same call goes on.
     *
     * @param session  of the user who sends
     * @param bundle   the signed bundle; must not change meanwhile
     * @param details  as in the bundle's contents list
     * @param tokens   asked for the e-mailed security code when one is required
     * @param listener hears how it goes
     * @return where it stands, with the checked receipt, which is written nowhere yet
     * @throws EspmException why it could not be sent, or why the receipt proves nothing
     * @throws IOException   if the bundle cannot be read
     */
    public Delivered submit(
            EspmSession session,
            HashedBundle bundle,
            SubmissionDetails details,
            TokenSource tokens,
            SubmissionListener listener)
            throws EspmException, IOException, InterruptedException {
        Jenis jenis = details.content().jenis();
        if (jenis == Jenis.SURAT) {
            throw new EspmException(new EspmProblem.NeverSubmitted(jenis));
        }
        Delivery.Accepted accepted = new Delivery(session, bundle, details, tokens, listener).run();
        ReceiptCheck.About about =
                new ReceiptCheck.About(accepted.id(), bundle.sha256(), bundle.size(), details.content());
        return new Delivered(accepted.status(), accepted.alasan(), check(session, accepted.receipt(), about));
    }

    /**
     * Fetches the receipt of a bundle that eSPM says it has accepted; the bundle itself is not needed.
     *
     * @param submission as eSPM tells it, never {@link SubmissionStatus#SENDING}
     * @param sha256     of our bundle
     * @param size       of our bundle, in bytes
     * @param content    what we announced
     * @throws EspmException also where the receipt proves nothing
     */
    public Delivered accepted(
            EspmSession session, Submission submission, Sha256 sha256, long size, Submission.Content content)
            throws EspmException, InterruptedException {
        UncheckedReceipt receipt =
                new Retry(session.settings(), SubmissionListener.SILENT).run(() -> session.receipt(submission.id()));
        ReceiptCheck.About about = new ReceiptCheck.About(submission.id(), sha256, size, content);
        return new Delivered(submission.status(), submission.alasan(), check(session, receipt, about));
    }

    private CheckedReceipt check(EspmSession session, UncheckedReceipt receipt, ReceiptCheck.About about)
            throws EspmException {
        return new ReceiptCheck(receiptAnchors, session.settings().clock()).check(receipt, about);
    }
}
