package id.espm.app.cli.history;

import id.espm.app.cli.call.CommandContext;
import id.espm.app.cli.call.TextTable;
import id.espm.app.history.audit.AuditEntry;
import id.espm.app.history.audit.AuditEvent;
import id.espm.app.history.audit.AuditEvent.BundleFile;
import id.espm.app.history.audit.AuditEvent.Official;
import id.espm.signer.Satker;
import java.util.List;

/** Entries for people: a line of columns each, and below it what came out. */
final class HistoryTable {
    private static final String UNKNOWN = "-";

    private final CommandContext context;

    HistoryTable(CommandContext context) {
        this.context = context;
    }

    void print(List<AuditEntry> entries) {
        TextTable table =
                new TextTable(List.of(context.messages().get("history.columns").split(";", -1)));
        for (AuditEntry entry : entries) {
            table.add(columns(entry.event()), List.of(result(entry.event())));
        }
        table.lines().forEach(context::print);
    }

    private List<String> columns(AuditEvent event) {
        AuditEvent.Subject subject = event.subject();
        return List.of(
                context.texts().dates().dateTime(event.time().toInstant()),
                context.texts().get("history.kind." + event.kind()),
                subject.nomor().isEmpty() ? UNKNOWN : String.join(", ", subject.nomor()),
                subject.jenis().map(Enum::name).orElse(UNKNOWN),
                subject.satker().map(Satker::kode).orElse(UNKNOWN),
                event.official().map(HistoryTable::who).orElse(UNKNOWN));
    }

    private static String who(Official official) {
        return official.nama()
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
}
