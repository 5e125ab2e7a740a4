package id.espm.sandbox.kppn;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** The inbox as one page of HTML, without scripts. */
public final class InboxPage {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd-MM-yyyy HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final String HEAD = """
            <!DOCTYPE html>
            <html lang="id"><head><meta charset="utf-8"><title>KPPN - Kotak masuk eSPM</title>
            <style>body{font-family:sans-serif;margin:2em}table{border-collapse:collapse}
            th,td{border:1px solid #888;padding:.3em .6em;text-align:left}td.n{text-align:right}</style></head>
            <body><h1>Kotak masuk KPPN (latihan)</h1>
            """;
    private static final String COLUMNS = """
            <table><thead><tr><th scope="col">Status</th><th scope="col">Jenis</th><th scope="col">Nomor</th>
            <th scope="col">Satker</th><th scope="col">KPPN</th><th scope="col">Ukuran (byte)</th>
            <th scope="col">Waktu kirim</th><th scope="col">Berkas</th><th scope="col">ID</th></tr></thead><tbody>
            """;

    private InboxPage() {}

    /** The page for these submissions, in the order given. */
    public static String render(List<InboxItem> items) {
        StringBuilder page = new StringBuilder(HEAD);
        if (items.isEmpty()) {
            page.append("<p>Belum ada dokumen yang dikirim.</p>\n");
        } else {
            page.append(COLUMNS);
            items.forEach(item -> appendRow(page, item));
            page.append("</tbody></table>\n");
        }
        return page.append("</body></html>\n").toString();
    }

    private static void appendRow(StringBuilder page, InboxItem item) {
        page.append("<tr>");
        cell(page, item.status().label());
        cell(page, item.jenis());
        cell(page, String.join(", ", item.nomor()));
        cell(page, item.satker());
        cell(page, item.kppn());
        page.append("<td class=\"n\">").append(item.size()).append("</td>");
        cell(page, TIME.format(item.sentAt()));
        cell(page, item.fileName());
        cell(page, item.id());
        page.append("</tr>\n");
    }

    private static void cell(StringBuilder page, String text) {
        page.append("<td>").append(escaped(text)).append("</td>");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
