package id.espm.app.cli.history;

import id.espm.app.cli.call.CommandContext;
import id.espm.app.history.audit.AuditEntry;
import id.espm.app.history.audit.AuditEvent;
import id.espm.app.history.audit.AuditEvent.BundleFile;
import id.espm.app.history.audit.AuditEvent.Official;
import id.espm.signer.Satker;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Entries for people: a line of columns each, and below it what came out. */
final class HistoryTable {
    private static final String UNKNOWN = "-";
    private static final String GAP = "  ";
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    private final CommandContext context;

    HistoryTable(CommandContext context) {
        this.context = context;
    }

    void print(List<AuditEntry> entries) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(context.messages().get("history.columns").split(";", -1)));
        entries.forEach(entry -> rows.add(columns(entry.event())));
        int[] widths = widths(rows);
        context.print(line(rows.getFirst(), widths));
        for (int i = 0; i < entries.size(); i++) {
            context.print(line(rows.get(i + 1), widths));
            context.print(GAP + GAP + readable(result(entries.get(i).event())));
        }
    }

    private List<String> columns(AuditEvent event) {
        AuditEvent.Subject subject = event.subject();
        return List.of(
                context.texts().dates().dateTime(event.time().toInstant()),
                context.messages().get("history.kind." + event.kind()),
                subject.nomor().isEmpty() ? UNKNOWN : readable(String.join(", ", subject.nomor())),
                subject.jenis().map(Enum::name).orElse(UNKNOWN),
                subject.satker().map(Satker::kode).orElse(UNKNOWN),
                event.official().map(HistoryTable::who).orElse(UNKNOWN));
    }

    private static String who(Official official) {
        return readable(official.nama())
                + official.role().map(role -> " (" + role.jabatan() + ")").orElse("");
    }

    private String result(AuditEvent event) {
        String bundle =
                event.bundle().map(BundleFile::path).or(event.subject()::source).orElse(UNKNOWN);
        return switch (event.kind()) {
            case SIGNED, FOUND_AGAIN, COSIGNED -> bundle;
            case FAILED ->
                context.messages().get("history.failed", event.error().orElse(UNKNOWN), bundle);
            case SENT -> context.messages().get("history.sent", event.receipt().orElse(UNKNOWN), bundle);
        };
    }

    /** A name may hold what moves the cursor of a terminal. */
    private static String readable(String text) {
        return CONTROL.matcher(text).replaceAll("?");
    }

    private static int[] widths(List<List<String>> rows) {
        int[] widths = new int[rows.getFirst().size()];
        for (List<String> row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], length(row.get(i)));
            }
        }
        return widths;
    }

    private static String line(List<String> row, int... widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            line.append(row.get(i))
                    .append(" ".repeat(widths[i] - length(row.get(i))))
                    .append(GAP);
        }
        return line.toString().stripTrailing();
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
