package id.espm.sandbox.espm;

import id.espm.sandbox.espm.account.AccountDirectory;
import id.espm.sandbox.espm.account.SigningMatrix;
import id.espm.sandbox.espm.check.BundleCheck;
import id.espm.sandbox.espm.check.SenderCheck;
import id.espm.sandbox.espm.fault.EspmFaults;
import id.espm.sandbox.espm.http.HttpServer;
import id.espm.sandbox.espm.http.Maintenance;
import id.espm.sandbox.espm.http.SessionRoutes;
import id.espm.sandbox.espm.http.Sessions;
import id.espm.sandbox.espm.http.SubmissionRoutes;
import id.espm.sandbox.espm.http.UploadRoutes;
import id.espm.sandbox.espm.receipt.ReceiptSigner;
import id.espm.sandbox.espm.store.Database;
import id.espm.sandbox.espm.store.SessionTable;
import id.espm.sandbox.espm.store.UploadFiles;
import id.espm.sandbox.espm.submission.Completion;
import id.espm.sandbox.espm.submission.Sabotage;
import id.espm.sandbox.espm.submission.SpmQuota;
import id.espm.sandbox.espm.submission.StoreDesk;
import id.espm.sandbox.espm.submission.Submissions;
import id.espm.sandbox.espm.submission.Uploads;
import id.espm.sandbox.espm.token.CodeRules;
import id.espm.sandbox.espm.token.Mailbox;
import id.espm.sandbox.espm.token.SecurityCodes;
import id.espm.sandbox.judge.DssJudge;
import id.espm.sandbox.kppn.Kppn;
import id.espm.sandbox.kppn.Verdicts;
import id.espm.sandbox.kppn.page.KppnPages;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;

/**
 * eSPM on loopback, as {@code docs/api/espm.yaml} describes it. Its data outlive it: a server started on the same
 * folder goes on where the last one stopped. Safe for use by several threads.
 */
public final class EspmServer implements AutoCloseable {
    private final Database database;
    private final HttpServer http;
    private final Kppn kppn;
    private final EspmFaults faults = new EspmFaults();
    private final Maintenance maintenance;
    private final Path mailbox;
    private final Verdicts verdicts;

    private EspmServer(EspmServerConfig config, Database database) throws IOException {
        this.database = database;
        Clock clock = config.clock();
        EspmLimits limits = config.limits();
        SigningMatrix matrix = SigningMatrix.load();
        AccountDirectory accounts = new AccountDirectory(config.accounts());
        DssJudge judge = new DssJudge(config.trustAnchors(), config.revocation(), clock);
        UploadFiles files = new UploadFiles(config.dataDir().resolve("uploads"));
        SpmQuota quota = new SpmQuota(database, accounts, matrix, limits.dailySpm(), clock);
        Uploads uploads = new Uploads(database, files, limits.maxBundleBytes(), limits.uploadExpiry(), clock);
        uploads.removeExpired();
        SenderCheck senders = new SenderCheck(accounts, matrix);
        CodeRules rules = new CodeRules(limits.codeLifetime(), limits.codeTries(), limits.codeInterval());
        Mailbox mails = new Mailbox(config.mailbox(), clock);
        SecurityCodes codes = new SecurityCodes(database, mails, rules, clock);
        Submissions submissions =
                new Submissions.Builder(database, uploads, senders, quota, codes, matrix, clock).build();
        ReceiptSigner receipts =
                new ReceiptSigner(config.receiptKey().key(), config.receiptKey().chain());
        BundleCheck bundles = new BundleCheck(judge, accounts, matrix);
        Completion completion = new Completion(
                new Completion.Parts(database, submissions, uploads, codes, senders, bundles, quota, receipts, clock));
        Sessions sessions = new Sessions(new SessionTable(database), accounts, limits.sessionLifetime(), clock);
        mailbox = config.mailbox();
        maintenance = new Maintenance(clock);
        verdicts = new Verdicts(config.dataDir().resolve("verdicts"), judge, clock);
        kppn = new Kppn(new StoreDesk(database, files, quota, clock), verdicts, config.kppn());
        http = HttpServer.start(
                new HttpServer.Routes(
                        new SessionRoutes(sessions, quota, config.serviceHours()),
                        new SubmissionRoutes(sessions, submissions, completion, new Sabotage(database, files)),
                        new UploadRoutes(sessions, submissions, uploads),
                        new KppnPages(kppn, mails),
                        maintenance,
                        faults),
                config.port());
    }

    /**
     * Opens the data folder and listens on 127.0.0.1.
     *
     * @throws IOException when the folder cannot be used or the port is taken
     */
    public static EspmServer start(EspmServerConfig config) throws IOException {
        Files.createDirectories(config.dataDir());
        Database database = Database.open(config.dataDir().resolve("espm.db"));
        boolean started = false;
        try {
            EspmServer server = new EspmServer(config, database);
            started = true;
            return server;
        } finally {
            if (!started) {
                database.close();
            }
        }
    }

    /** Base address without a slash at the end, e.g. {@code http://127.0.0.1:40123}. */
    public URI address() {
        return http.address();
    }

    /** Where the mails with security codes go, one {@code .eml} each; names sort by time. */
    public Path mailbox() {
        return mailbox;
    }

    /** KPPN's side of the same data. */
    public Kppn kppn() {
        return kppn;
    }

    /** From now on every call is answered with {@code maintenance}, for the given time or until it is ended. */
    public void startMaintenance(Duration duration) {
        maintenance.begin(duration);
    }

    /** What goes wrong on purpose, call by call. */
    public EspmFaults faults() {
        return faults;
    }

    /** Serves again. */
    public void endMaintenance() {
        maintenance.end();
    }

    /** Stops listening, lets running requests end, and closes the database. */
    @Override
    public void close() {
        http.close();
        verdicts.close();
        database.close();
    }
}
