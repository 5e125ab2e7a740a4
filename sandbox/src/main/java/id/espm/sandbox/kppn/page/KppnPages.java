package id.espm.sandbox.kppn.page;

import id.espm.sandbox.espm.token.Mailbox;
import id.espm.sandbox.judge.bundle.UnsafeBundleException;
import id.espm.sandbox.kppn.InboxItem;
import id.espm.sandbox.kppn.Kppn;
import id.espm.sandbox.kppn.SubmissionStatus;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a browser sees of practice: KPPN's inbox, its submissions, and the mailbox. It is practice only and on loopback,
 * hence without a login.
 */
public final class KppnPages {
    static final String ROOT = "/kppn";
    static final String SUBMISSION = ROOT + "/kiriman/{id}";

    private static final String INBOX = ROOT + "/inbox";
    private static final String STYLE = ROOT + "/gaya.css";
    private static final String MAILBOX = "/kotak-surat";
    private static final int MAX_MAILS = 50;

    private final Kppn kppn;
    private final Mailbox mailbox;
    private final Html html = new Html();
    private final byte[] style = style();

    /**
     * Pages.
     *
     * @param kppn whose work they show
     * @param mailbox the mails with security codes
     */
    public KppnPages(Kppn kppn, Mailbox mailbox) {
        this.kppn = kppn;
        this.mailbox = mailbox;
    }

    /** Adds its addresses to the server's. */
    public void register(RoutesConfig routes) {
        routes.exception(Refused.class, (e, context) -> html.refuse(context, e));
        routes.get(ROOT, context -> context.redirect(INBOX, HttpStatus.SEE_OTHER));
        routes.get(INBOX, this::inbox);
        routes.get(STYLE, this::style);
        routes.get(MAILBOX, this::mailbox);
        routes.get(SUBMISSION, this::submission);
        new SubmissionDocuments(kppn, html).register(routes);
        new SubmissionSteps(kppn, html).register(routes);
    }

    /** Whether what is wrong at this path is told as a page. */
    public static boolean owns(String path) {
        return path.equals(ROOT)
                || path.startsWith(ROOT + "/")
                || path.equals(MAILBOX)
                || path.startsWith(MAILBOX + "/");
    }

    /**
     * Answers with a page that says why a request was not fulfilled.
     *
     * @param status HTTP status code
     * @param text what happened and what to do, in Indonesian
     */
    public void refuse(Context context, int status, String text) {
        html.refuse(context, Refused.of(status, text));
    }

    static InboxItem item(Kppn kppn, Context context) throws Refused {
        return kppn.find(context.pathParam("id")).orElseThrow(Refused::unknown);
    }

    private void inbox(Context context) {
        InboxView.Wish wish = new InboxView.Wish(
                status(context.queryParam("status")), number(context.queryParam("halaman")), refreshing(context));
        html.write(context, 200, "inbox", InboxView.of(kppn, wish));
    }

    private void submission(Context context) throws Refused, IOException {
        InboxItem item = item(kppn, context);
        try {
            html.write(context, 200, "kiriman", SubmissionView.of(kppn, item));
        } catch (UnsafeBundleException e) {
            throw Refused.unreadable("", "Paket di tempat penyimpanan eSPM rusak: " + e.reason() + ".");
        }
    }

    private void mailbox(Context context) throws IOException {
        html.write(context, 200, "kotak-surat", MailboxView.of(mailbox.newest(MAX_MAILS), kppn, refreshing(context)));
    }

    private void style(Context context) {
        Html.guard(context, "default-src 'none'")
                .contentType("text/css; charset=utf-8")
                .result(style);
    }

    private static boolean refreshing(Context context) {
        return !"tidak".equals(context.queryParam("otomatis"));
    }

    /** Any other word means all of them. */
    private static Optional<SubmissionStatus> status(@Nullable String name) {
        return Arrays.stream(SubmissionStatus.values())
                .filter(s -> s.name().equals(name))
                .findFirst();
    }

    private static int number(@Nullable String text) {
        return text != null && text.matches("\\d{1,6}") ? Integer.parseInt(text) : 1;
    }

    private static byte[] style() {
        try (InputStream in = Objects.requireNonNull(KppnPages.class.getResourceAsStream("gaya.css"))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
