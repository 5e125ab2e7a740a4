package id.espm.app.espm.submit;

import id.espm.app.espm.EspmException;
import id.espm.app.espm.EspmProblem;
import id.espm.app.espm.SubmissionListener;
import id.espm.app.espm.TokenSource;
import id.espm.app.espm.TokenSource.Occasion;
import id.espm.app.espm.client.AnnouncedSubmission;
import id.espm.app.espm.client.EspmSession;
import id.espm.app.espm.client.MailedToken;
import id.espm.app.espm.client.UncheckedReceipt;
import id.espm.app.espm.http.Retry;
import java.util.Optional;

/** Has an uploaded bundle accepted, with the e-mailed security code where one is required (PER-10/PB/2018, Lampiran 8.3.1). */
final class Completion {
    /** So many new codes are asked for in one go; who needs more should look whether the mails arrive at all. */
    private static final int MAX_MAILS = 3;

    private final EspmSession session;
    private final String id;
    private final Optional<String> tokenSentTo;
    private final TokenSource tokens;
    private final SubmissionListener listener;
    private int mails;

    Completion(EspmSession session, AnnouncedSubmission submission, TokenSource tokens, SubmissionListener listener) {
        this.session = session;
        this.id = submission.id();
        this.tokenSentTo = submission.tokenSentTo();
        this.tokens = tokens;
        this.listener = listener;
    }

    UncheckedReceipt run() throws EspmException, InterruptedException {
        Optional<String> token = Optional.empty();
        if (tokenSentTo.isPresent()) {
            token = ask(new TokenSource.Request(tokenSentTo.get(), Occasion.NEEDED, 0));
        }
        while (true) {
            Optional<String> current = token;
            try {
                return new Retry(session.settings(), listener).run(() -> session.complete(id, current));
            } catch (EspmException e) {
                TokenSource.Request request = nextRequest(e);
                if (request.occasion() == Occasion.WRONG) {
                    token = offered(request);
                    if (token.isEmpty()) {
                        // Who has no other code is told that this one is wrong, not that none was given.
                        throw e;
                    }
                } else {
                    token = ask(request);
                }
            }
        }
    }

    /** How the code is asked for after this failure, or the failure itself if another code is of no use. */
    private TokenSource.Request nextRequest(EspmException failure) throws EspmException, InterruptedException {
        if (!(failure.problem() instanceof EspmProblem.OfToken) || tokenSentTo.isEmpty()) {
            throw failure;
        }
        if (failure.problem() instanceof EspmProblem.TokenWrong wrong && wrong.triesLeft() > 0) {
            return new TokenSource.Request(tokenSentTo.get(), Occasion.WRONG, wrong.triesLeft());
        }
        if (++mails > MAX_MAILS) {
            throw failure;
        }
        MailedToken mailed = new Retry(session.settings(), listener).run(() -> session.requestNewToken(id));
        return new TokenSource.Request(mailed.sentTo(), Occasion.NEW_MAILED, 0);
    }

    private Optional<String> ask(TokenSource.Request request) throws EspmException, InterruptedException {
        Optional<String> token = offered(request);
        if (token.isEmpty()) {
            throw new EspmException(new EspmProblem.TokenMissing(request.sentTo()));
        }
        return token;
    }

    private Optional<String> offered(TokenSource.Request request) throws InterruptedException {
        return tokens.ask(request).map(String::strip).filter(text -> !text.isEmpty());
    }
}
