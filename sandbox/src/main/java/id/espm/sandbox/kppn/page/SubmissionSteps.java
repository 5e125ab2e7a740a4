package id.espm.sandbox.kppn.page;

import id.espm.sandbox.judge.bundle.UnsafeBundleException;
import id.espm.sandbox.kppn.InboxItem;
import id.espm.sandbox.kppn.Kppn;
import id.espm.sandbox.kppn.StateConflictException;
import id.espm.sandbox.kppn.SubmissionStatus;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.util.Optional;

/** What KPPN's operator does with a submission: forms, and only those of our own pages. */
final class SubmissionSteps {
    private final Kppn kppn;
    private final Html html;

    SubmissionSteps(Kppn kppn, Html html) {
        this.kppn = kppn;
        this.html = html;
    }

    /** What a button does. */
    private interface Step {
        void take(InboxItem item) throws IOException;
    }

    /**
     * A rejection that lacks its reason.
     *
     * @param item the submission
     * @param text what was typed
     * @param trouble what is wrong with it
     * @param maxAlasan most characters
     */
    record Rejection(InboxItem item, String text, String trouble, int maxAlasan) {}

    void register(RoutesConfig routes) {
        post(routes, "/unduh", item -> kppn.receive(item.id()));
        post(routes, "/konversi", item -> kppn.konversi(item.id()));
        post(routes, "/span", item -> kppn.process(item.id(), Kppn.SPAN));
        post(routes, "/selesai", item -> kppn.done(item.id()));
        post(routes, "/periksa", kppn::judgeAgain);
        routes.post(KppnPages.SUBMISSION + "/tolak", this::reject);
    }

    private void post(RoutesConfig routes, String path, Step step) {
        routes.post(KppnPages.SUBMISSION + path, context -> take(context, step));
    }

    private void take(Context context, Step step) throws Refused, IOException {
        requireOwnPage(context);
        InboxItem item = KppnPages.item(kppn, context);
        try {
            step.take(item);
        } catch (StateConflictException e) {
            throw conflict(item);
        } catch (UnsafeBundleException e) {
            throw Refused.unreadable(item.id(), "Paket rusak: " + e.reason() + ".");
        }
        // Whoever reloads the page that follows repeats nothing.
        context.redirect(KppnPages.ROOT + "/kiriman/" + item.id(), HttpStatus.SEE_OTHER);
    }

    private void reject(Context context) throws Refused, IOException {
        requireOwnPage(context);
        InboxItem item = KppnPages.item(kppn, context);
        String alasan = Optional.ofNullable(context.formParam("alasan"))
                .orElse("")
                .replaceAll("\\s+", " ")
                .strip();
        if (alasan.isEmpty() || alasan.length() > Kppn.MAX_ALASAN) {
            String trouble = alasan.isEmpty()
                    ? "Alasan penolakan harus diisi, karena satker membacanya."
                    : "Alasan penolakan terlalu panjang: %d huruf.".formatted(alasan.length());
            html.write(context, 422, "tolak", new Rejection(item, alasan, trouble, Kppn.MAX_ALASAN));
            return;
        }
        take(context, i -> kppn.reject(i.id(), alasan));
    }

    private Refused conflict(InboxItem before) {
        SubmissionStatus now = kppn.find(before.id()).map(InboxItem::status).orElse(before.status());
        return Refused.conflict(
                before.id(),
                "Langkah ini tidak dapat dilakukan pada keadaan sekarang: %s. Mungkin operator lain lebih dahulu mengerjakannya."
                        .formatted(now.label()));
    }

    /**
     * Any page on the web can send a form to loopback; a browser says from which page a form comes (Fetch Metadata, and RFC 6454
     * for those without it).
     */
    private static void requireOwnPage(Context context) throws Refused {
        boolean sameSite = Optional.ofNullable(context.header("Sec-Fetch-Site"))
                .map("same-origin"::equals)
                .orElse(true);
        boolean sameOrigin = Optional.ofNullable(context.header("Origin"))
                .filter((context.scheme() + "://" + context.host())::equals)
                .isPresent();
        if (!sameSite || !sameOrigin) {
            throw Refused.of(403, "Perubahan hanya diterima dari halaman KPPN latihan ini sendiri.");
        }
    }
}
