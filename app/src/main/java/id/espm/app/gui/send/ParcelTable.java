package id.espm.app.gui.send;

import id.espm.app.gui.look.PreferredWidths;
import id.espm.app.gui.look.TextColumn;
import id.espm.app.gui.look.Words;
import id.espm.app.outbox.OutboxRow;
import id.espm.app.outbox.RowState;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;

/** The columns of what is sent: what it is, where it stands, and why it does not go on. */
final class ParcelTable {
    private static final int PERCENT = 100;
    private static final String UNKNOWN = "–";

    private final Words words;

    ParcelTable(Words words) {
        this.words = words;
    }

    void setUp(TableView<ParcelRow> table) {
        table.getColumns()
                .setAll(List.of(
                        column("send.column.nomor", ParcelTable::nomor, 130),
                        column("send.column.jenis", this::jenis, 90),
                        column("send.column.kppn", ParcelTable::kppn, 60),
                        column("send.column.state", this::state, 150),
                        column("send.column.since", this::since, 195),
                        column("send.column.said", this::said, 220)));
        table.setColumnResizePolicy(new PreferredWidths());
        table.setPlaceholder(new Label(words.get("send.nothing")));
    }

    private TextColumn<ParcelRow> column(String key, Function<ParcelRow, String> text, double width) {
        return new TextColumn<>(words.get(key), text, width);
    }

    private static String nomor(ParcelRow row) {
        return String.join(", ", row.parcel().details().nomor());
    }

    private String jenis(ParcelRow row) {
        return words.brief(row.parcel().details().content().jenis());
    }

    private static String kppn(ParcelRow row) {
        return row.parcel().details().content().kppn();
    }

    /** A bundle that is under way tells how far. */
    private String state(ParcelRow row) {
        if (row.going()) {
            return words.get("send.state.going");
        }
        String state = words.shared().get("status.state." + row.state());
        return row.known()
                .filter(known -> known.state() == RowState.SENDING && known.size() > 0)
                .map(known ->
                        words.get("send.state.percent", state, known.standing().confirmed() * PERCENT / known.size()))
                .orElse(state);
    }

    private String since(ParcelRow row) {
        return row.known().map(known -> words.brief(known.standing().since())).orElse(UNKNOWN);
    }

    /** Why it does not go on, or what KPPN said. */
    private String said(ParcelRow row) {
        return row.failure()
                .map(failure -> words.tell(failure).happened())
                .or(() -> row.known().flatMap(this::said))
                .orElse("");
    }

    private Optional<String> said(OutboxRow known) {
        return known.standing()
                .halt()
                .map(halt -> words.get("send.halt." + halt.kind(), halt.code()))
                .or(() -> known.standing().alasan().map(reason -> words.get("history.rejected", reason)))
                .or(() -> known.id().map(id -> words.get("history.receipt", id)));
    }
}
