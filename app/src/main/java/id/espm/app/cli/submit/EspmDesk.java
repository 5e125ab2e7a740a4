package id.espm.app.cli.submit;

import id.espm.app.cli.call.CommandContext;
import id.espm.app.cli.call.CommandException;
import id.espm.app.cli.call.ProgressLine;
import id.espm.app.cli.option.EspmOptions;
import id.espm.app.espm.EspmException;
import id.espm.app.espm.EspmProblem;
import id.espm.app.espm.EspmSettings;
import id.espm.app.espm.Profile;
import id.espm.app.espm.Submission;
import id.espm.app.espm.SubmissionListener;
import id.espm.app.espm.client.EspmClient;
import id.espm.app.espm.client.EspmLogin;
import id.espm.app.espm.client.EspmSession;
import id.espm.app.outbox.OutboxRow;
import id.espm.signer.SignerException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/** The account of a call at eSPM: its session, opened when it is first needed, and opened again when it has ended. */
final class EspmDesk implements AutoCloseable {
    private static final int ATTEMPTS = 3;

    private final CommandContext context;
    private final EspmOptions options;
    private final OutboxRow.Account account;
    private final EspmClient client;
    private final EspmLogin login;
    private Optional<EspmSession> session = Optional.empty();

    /** Why the password is asked for once more; who does not give it then has not called wrongly. */
    private Optional<EspmException> again = Optional.empty();

    private Optional<EspmException> lost = Optional.empty();

    private EspmDesk(CommandContext context, EspmOptions options, OutboxRow.Account account, EspmSettings settings)
            throws EspmException {
        this.context = context;
        this.options = options;
        this.account = account;
        this.client = EspmClient.open(settings);
        this.login = new EspmLogin(client, settings, new Pauses());
    }

    /**
     * Prepares the way; nothing is sent yet, and no password asked for.
     *
     * @throws EspmException where the address is none that eSPM can have
     */
    static EspmDesk open(CommandContext context, EspmOptions options)
            throws CommandException, SignerException, EspmException {
        EspmSettings settings = options.settings(context);
        return new EspmDesk(context, options, new OutboxRow.Account(settings.base(), options.user(context)), settings);
    }

    OutboxRow.Account account() {
        return account;
    }

    /**
     * The session; logs in where there is none.
     *
     * @throws EspmException where that cannot be; once nobody can mend it in this call, always the same
     */
    EspmSession session() throws CommandException, SignerException, EspmException, InterruptedException {
        if (session.isEmpty()) {
            requireNotLost();
            try {
                session = Optional.of(opened());
            } catch (EspmException e) {
                lost = Optional.of(e).filter(failure -> !failure.problem().passesByItself());
                throw e;
            }
        }
        return session.get();
    }

    /** Why there will be no session any more in this call. */
    Optional<EspmException> lost() {
        return lost;
    }

    private void requireNotLost() throws EspmException {
        if (lost.isPresent()) {
            throw lost.get();
        }
    }

    /** Who mistypes the password may type it again. */
    private EspmSession opened() throws CommandException, SignerException, EspmException, InterruptedException {
        for (int attempt = 1; ; attempt++) {
            char[] password = password();
            try {
                return login.session(account.user(), password);
            } catch (EspmException e) {
                boolean mistyped = e.problem() instanceof EspmProblem.BadCredentials;
                if (!mistyped || attempt == ATTEMPTS || !options.asksForPassword(context)) {
                    throw e;
                }
                again = Optional.of(e);
                context.complain(context.texts().espm().explain(e).message());
            } finally {
                Arrays.fill(password, '\0');
            }
        }
    }

    private char[] password() throws CommandException, SignerException, EspmException {
        if (again.isEmpty()) {
            return options.password(context, account.user());
        }
        Optional<char[]> given = options.passwordIfGiven(context, account.user());
        if (given.isEmpty()) {
            throw again.get();
        }
        return given.get();
    }

    /** Whether the session has ended by its own time. */
    boolean isOver() {
        return session.filter(open -> !context.clock().instant().isBefore(open.expiresAt()))
                .isPresent();
    }

    /**
     * Logs in again after the session has ended.
     *
     * @throws EspmException {@link EspmProblem.SessionExpired} where nobody gives the password again, among others
     */
    void renew() throws CommandException, SignerException, EspmException, InterruptedException {
        context.tell(context.messages().get("submit.session-over"));
        session = Optional.empty();
        again = Optional.of(new EspmException(new EspmProblem.SessionExpired()));
        session();
    }

    /** Who the user is, and what KPPN takes today. */
    Profile profile() throws CommandException, SignerException, EspmException, InterruptedException {
        return login.profile(session());
    }

    /** Where a submission of the account stands. */
    Submission submission(String id) throws CommandException, SignerException, EspmException, InterruptedException {
        return login.submission(session(), id);
    }

    @Override
    public void close() {
        client.close();
    }

    /** Tells of pauses before anything is sent. */
    private final class Pauses implements SubmissionListener {
        @Override
        public void waiting(EspmProblem problem, Duration pause) {
            new ProgressLine(context).showWaiting(problem, pause);
        }
    }
}
