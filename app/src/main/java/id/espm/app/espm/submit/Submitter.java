package id.espm.app.espm.submit;

import id.espm.app.espm.EspmException;
import id.espm.app.espm.EspmProblem;
import id.espm.app.espm.SubmissionDetails;
import id.espm.app.espm.SubmissionListener;
import id.espm.app.espm.SubmissionOutcome;
import id.espm.app.espm.TokenSource;
import id.espm.app.espm.client.EspmSession;
import id.espm.app.espm.client.HashedBundle;
import id.espm.signer.Jenis;
import id.espm.signer.trust.TrustAnchors;
import java.io.IOException;
import java.nio.file.Path;

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
     * @return where it stands; the receipt and its signature lie beside the bundle
     * @throws EspmException why it could not be sent, or why the receipt proves nothing
     * @throws IOException   if the bundle cannot be read or the receipt cannot be written
     */
    public SubmissionOutcome submit(
            EspmSession session,
            Path bundle,
            SubmissionDetails details,
            TokenSource tokens,
            SubmissionListener listener)
            throws EspmException, IOException, InterruptedException {
        Jenis jenis = details.content().jenis();
        if (jenis == Jenis.SURAT) {
            throw new EspmException(new EspmProblem.NeverSubmitted(jenis));
        }
        HashedBundle hashed = HashedBundle.of(bundle);
        Delivery.Accepted accepted = new Delivery(session, hashed, details, tokens, listener).run();
        ReceiptCheck check = new ReceiptCheck(receiptAnchors, session.settings().clock());
        Receipt receipt = check.check(accepted.receipt(), accepted.id(), hashed, details.content());
        ReceiptFiles files = ReceiptFiles.beside(bundle);
        files.write(accepted.receipt());
        return new SubmissionOutcome(
                accepted.id(), accepted.status(), files.receipt(), files.signature(), receipt.time());
    }
}
