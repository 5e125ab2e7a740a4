package id.espm.sandbox.kppn.page;

import id.espm.sandbox.judge.bundle.PaketJson.Dokumen;
import id.espm.sandbox.judge.bundle.UnsafeBundleException;
import id.espm.sandbox.kppn.InboxItem;
import id.espm.sandbox.kppn.Kppn;
import id.espm.sandbox.kppn.SubmissionFiles;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The files of a submission. Its PDFs may be looked at from the beginning, which receives nothing; ADK, Konversi and the
 * bundle itself come with the download that makes it "diterima".
 */
final class SubmissionDocuments {
    /** The browser's own viewer draws a PDF in a frame of its own, which may be told nothing but its styles. */
    private static final String PDF_POLICY =
            "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'";

    private static final String FILE_POLICY = "default-src 'none'; sandbox";

    private final Kppn kppn;
    private final Html html;

    SubmissionDocuments(Kppn kppn, Html html) {
        this.kppn = kppn;
        this.html = html;
    }

    void register(RoutesConfig routes) {
        routes.get(KppnPages.SUBMISSION + "/pdf/{number}", this::pdf);
        routes.get(KppnPages.SUBMISSION + "/adk/{number}", this::adk);
        routes.get(KppnPages.SUBMISSION + "/paket", this::bundle);
        routes.get(KppnPages.SUBMISSION + "/konversi", this::konversi);
    }

    private void pdf(Context context) throws Refused, IOException {
        send(context, KppnPages.item(kppn, context), false);
    }

    private void adk(Context context) throws Refused, IOException {
        send(context, received(context), true);
    }

    private void bundle(Context context) throws Refused, IOException {
        InboxItem item = received(context);
        Html.guard(context, FILE_POLICY)
                .contentType("application/vnd.etsi.asic-e+zip")
                .header("Content-Disposition", disposition("attachment", item.fileName()));
        write(context, kppn.bundle(item));
    }

    private void konversi(Context context) throws Refused, IOException {
        InboxItem item = received(context);
        try {
            html.write(context, 200, "konversi", KonversiView.of(kppn, item));
        } catch (UnsafeBundleException e) {
            throw unreadable(item, e);
        }
    }

    private void send(Context context, InboxItem item, boolean adk) throws Refused, IOException {
        try (SubmissionFiles files = kppn.open(item)) {
            Dokumen dokumen = files.dokumen(number(context))
                    .filter(d -> SubmissionFiles.isAdk(d) == adk)
                    .orElseThrow(Refused::unknownDocument);
            Path content = files.content(dokumen);
            Html.guard(context, adk ? FILE_POLICY : PDF_POLICY)
                    .contentType(adk ? "application/octet-stream" : "application/pdf")
                    .header("Content-Disposition", disposition(adk ? "attachment" : "inline", dokumen.name()));
            write(context, content);
        } catch (UnsafeBundleException e) {
            throw unreadable(item, e);
        }
    }

    private static void write(Context context, Path file) throws IOException {
        context.header("Content-Length", String.valueOf(Files.size(file)));
        Files.copy(file, context.outputStream());
    }

    private InboxItem received(Context context) throws Refused {
        InboxItem item = KppnPages.item(kppn, context);
        if (!SubmissionView.received(kppn.history(item))) {
            throw Refused.conflict(item.id(), "Kiriman ini belum diunduh. Tekan Unduh lebih dahulu.");
        }
        return item;
    }

    private static Refused unreadable(InboxItem item, UnsafeBundleException e) {
        return Refused.unreadable(
                item.id(), "Paket atau berkas di dalamnya rusak: %s %s".formatted(e.reason(), e.entry()));
    }

    private static int number(Context context) throws Refused {
        String text = context.pathParam("number");
        if (!text.matches("\\d{1,4}")) {
            throw Refused.unknownDocument();
        }
        return Integer.parseInt(text);
    }

    /** A name in any letters (RFC 6266, RFC 8187). */
    private static String disposition(String kind, String name) {
        return kind + "; filename*=UTF-8''"
                + URLEncoder.encode(name, StandardCharsets.UTF_8)
                        .replace("+", "%20")
                        .replace("*", "%2A");
    }
}
