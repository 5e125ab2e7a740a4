package id.espm.app.gui.history;

import id.espm.app.gui.look.PreferredWidths;
import id.espm.app.gui.look.TextColumn;
import id.espm.app.gui.look.Words;
import id.espm.app.history.audit.AuditEvent.Official;
import id.espm.signer.Satker;
import java.util.List;
import java.util.function.Function;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/** The columns of the history. */
final class HistoryTable {
    private static final String UNKNOWN = "–";

    private final Words words;

    HistoryTable(Words words) {
        this.words = words;
    }

    void setUp(TableView<HistoryRow> table) {
        table.getColumns()
                .setAll(List.of(
                        column("history.column.time", this::time, 195),
                        column("history.column.kind", this::kind, 120),
                        column("history.column.nomor", HistoryTable::nomor, 110),
                        column("history.column.jenis", this::jenis, 80),
                        column("history.column.satker", HistoryTable::satker, 70),
                        column("history.column.official", HistoryTable::official, 150),
                        column("history.column.state", this::state, 110)));
        table.setColumnResizePolicy(new PreferredWidths());
    }

    private TableColumn<HistoryRow, String> column(String key, Function<HistoryRow, String> text, double width) {
        return new TextColumn<>(words.get(key), text, width);
    }

    private String time(HistoryRow row) {
        return words.brief(row.event().time().toInstant());
    }

    private String kind(HistoryRow row) {
        return words.shared().get("history.kind." + row.event().kind());
    }

    private static String nomor(HistoryRow row) {
        List<String> nomor = row.event().subject().nomor();
        return nomor.isEmpty() ? UNKNOWN : String.join(", ", nomor);
    }

    private String jenis(HistoryRow row) {
        return row.event().subject().jenis().map(words::brief).orElse(UNKNOWN);
    }

    private static String satker(HistoryRow row) {
        return row.event().subject().satker().map(Satker::kode).orElse(UNKNOWN);
    }

    private static String official(HistoryRow row) {
        return row.event().official().map(HistoryTable::name).orElse(UNKNOWN);
    }

    private static String name(Official official) {
        return official.nama()
                + official.role().map(role -> " (" + role.jabatan() + ")").orElse("");
    }

    private String state(HistoryRow row) {
        return row.sent()
                .map(sent -> words.shared().get("status.state." + sent.state()))
                .orElse(UNKNOWN);
    }
}
