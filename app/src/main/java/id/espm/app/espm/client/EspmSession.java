package id.espm.app.espm.client;

import id.espm.app.espm.EspmException;
import id.espm.app.espm.EspmProblem;
import id.espm.app.espm.EspmSettings;
import id.espm.app.espm.Profile;
import id.espm.app.espm.Submission;
import id.espm.app.espm.SubmissionDetails;
import id.espm.app.espm.SubmissionListener;
import id.espm.app.espm.http.Answer;
import id.espm.app.espm.http.ApiCall;
import id.espm.app.espm.http.CallBody;
import id.espm.app.espm.http.EspmHttp;
import id.espm.app.espm.http.JsonFields;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a user may ask of eSPM once logged in. Every call may throw an {@link EspmException} with
 * {@link EspmProblem.SessionExpired} or a problem of the connection; none but {@link #upload} is tried again by itself. Safe
 * for use by several threads.
 */
public final class EspmSession {
    private static final String SUBMISSIONS = "/api/v1/submissions";
    private static final Pattern ID = Pattern.compile("[0-9a-z]{16,40}");

    private final EspmSettings settings;
    private final EspmHttp http;
    private final String accessToken;
    private final Instant expiresAt;

    EspmSession(EspmSettings settings, EspmHttp http, String accessToken, Instant expiresAt) {
        this.settings = settings;
        this.http = http;
        this.accessToken = accessToken;
        this.expiresAt = expiresAt;
    }

    /** Until when the session lasts, by the server's clock. */
    public Instant expiresAt() {
        return expiresAt;
    }

    /** How the connection was set up. */
    public EspmSettings settings() {
        return settings;
    }

    /** Who the user is, and what KPPN takes today. */
    public Profile profile() throws EspmException, InterruptedException {
        return Wire.profile(send(ApiCall.get(address("/api/v1/profile"))).json());
    }

    /**
     * Announces a bundle under its own hash: the same bundle again gives the same submission back, never a second one. For
     * jenis SPM the first announcement has the security code mailed.
     */
    public AnnouncedSubmission createSubmission(HashedBundle bundle, SubmissionDetails details)
            throws EspmException, InterruptedException {
        Answer answer = send(ApiCall.post(address(SUBMISSIONS), Wire.declaration(bundle, details))
                .with("Idempotency-Key", bundle.sha256().hex()));
        JsonFields fields = answer.json();
        String id = fields.text("id");
        if (!ID.matcher(id).matches()) {
            throw answer.unexpected();
        }
        Optional<String> sentTo = fields.flag("tokenRequired")
                ? Optional.of(fields.optionalText("tokenSentTo").orElse(""))
                : Optional.empty();
        URI uploadUrl = http.address().sameServer(fields.converted("uploadUrl", URI::create));
        return new AnnouncedSubmission(id, uploadUrl, answer.status() == 201, sentTo);
    }

    /**
     * Sends the bytes that the server does not have yet, and tries again from the server's offset whenever that may help.
     *
     * @param bundle must still be what it was when it was hashed
     * @throws EspmException {@link EspmProblem.BundleChanged}, {@link EspmProblem.UploadExpired} and others
     * @throws IOException if the bundle cannot be read
     */
    public void upload(AnnouncedSubmission submission, HashedBundle bundle, SubmissionListener listener)
            throws EspmException, IOException, InterruptedException {
        new TusUpload(settings, this::send, submission.uploadUrl(), bundle, listener).run();
    }

    /**
     * Has the bundle checked and accepted; once it is, the same receipt comes again, whatever the token.
     *
     * @param token the e-mailed security code, where one is required
     */
    public UncheckedReceipt complete(String id, Optional<String> token) throws EspmException, InterruptedException {
        return receipt(send(
                ApiCall.post(address(of(id, "/complete")), Wire.token(token)).judged()));
    }

    /** Has a new security code mailed; the one before no longer counts. */
    public MailedToken requestNewToken(String id) throws EspmException, InterruptedException {
        JsonFields fields =
                send(ApiCall.post(address(of(id, "/token")), CallBody.none())).json();
        return new MailedToken(fields.text("tokenSentTo"), fields.time("expiresAt"));
    }

    /**
     * Where a submission stands.
     *
     * @throws EspmException {@link EspmProblem.NotFound} and others
     */
    public Submission status(String id) throws EspmException, InterruptedException {
        return Wire.submission(send(ApiCall.get(address(of(id, "")))).json());
    }

    /**
     * The account's submissions, those that changed last at the end.
     *
     * @param since only those whose state changed at or after this time
     */
    public List<Submission> list(Optional<Instant> since) throws EspmException, InterruptedException {
        String query = since.map(time -> "?since=" + URLEncoder.encode(time.toString(), StandardCharsets.UTF_8))
                .orElse("");
        return send(ApiCall.get(address(SUBMISSIONS + query))).json().objects("submissions", Wire::submission);
    }

    /**
     * The receipt of an accepted submission again.
     *
     * @throws EspmException {@link EspmProblem.NotFound} before it is accepted, and others
     */
    public UncheckedReceipt receipt(String id) throws EspmException, InterruptedException {
        return receipt(send(ApiCall.get(address(of(id, "/receipt")))));
    }

    /** Does not show the access token. */
    @Override
    public String toString() {
        return "EspmSession[" + http.address().host() + ", until " + expiresAt + "]";
    }

    private Answer send(ApiCall call) throws EspmException, InterruptedException {
        return send(call, () -> {});
    }

    private Answer send(ApiCall call, Runnable meanwhile) throws EspmException, InterruptedException {
        return http.send(call.with("Authorization", "Bearer " + accessToken), meanwhile);
    }

    private URI address(String path) {
        return http.address().resolve(path);
    }

    /** An id may come from a command line: what cannot be one does not become part of an address. */
    private static String of(String id, String what) throws EspmException {
        if (!ID.matcher(id).matches()) {
            throw new EspmException(new EspmProblem.NotFound(id));
        }
        return SUBMISSIONS + "/" + id + what;
    }

    private static UncheckedReceipt receipt(Answer answer) throws EspmException {
        JsonFields fields = answer.json();
        return new UncheckedReceipt(fields.base64("receipt"), fields.base64("signature"));
    }
}
