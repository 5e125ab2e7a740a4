package id.espm.app.espm.client;

import id.espm.app.espm.EspmException;
import id.espm.app.espm.EspmSettings;
import id.espm.app.espm.Profile;
import id.espm.app.espm.Submission;
import id.espm.app.espm.SubmissionListener;
import id.espm.app.espm.http.Retry;
import java.util.Arrays;

/** Logs in and asks over a line that may break: what passes by itself is tried again, as with all that follows. */
public final class EspmLogin {
    /** Nothing is under way yet that would be lost: who waits is told soon. */
    private static final int ATTEMPTS = 3;

    private final EspmClient client;
    private final EspmSettings settings;
    private final SubmissionListener listener;

    /** @param listener hears of pauses */
    public EspmLogin(EspmClient client, EspmSettings settings, SubmissionListener listener) {
        this.client = client;
        this.settings = soon(settings);
        this.listener = listener;
    }

    private static EspmSettings soon(EspmSettings settings) {
        return settings.with(settings.retries().atMost(ATTEMPTS));
    }

    /**
     * Opens a session.
     *
     * @param password is overwritten in any case, and kept nowhere
     * @throws EspmException as {@link EspmClient#login}
     */
    public EspmSession session(String user, char[] password) throws EspmException, InterruptedException {
        try {
            return new Retry(settings, listener).run(() -> client.login(user, password.clone()));
        } finally {
            Arrays.fill(password, '\0');
        }
    }

    /** Who the user is, and what KPPN takes today. */
    public Profile profile(EspmSession session) throws EspmException, InterruptedException {
        return new Retry(settings, listener).run(session::profile);
    }

    /**
     * Where a submission of the account stands.
     *
     * @throws EspmException among others where there is none of that name
     */
    public Submission submission(EspmSession session, String id) throws EspmException, InterruptedException {
        return new Retry(settings, listener).run(() -> session.status(id));
    }
}
