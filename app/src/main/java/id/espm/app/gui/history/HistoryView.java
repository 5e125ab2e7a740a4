package id.espm.app.gui.history;

import id.espm.app.gui.history.HistoryState.Checked;
import id.espm.app.gui.history.HistoryState.Failed;
import id.espm.app.gui.history.HistoryState.Reading;
import id.espm.app.gui.history.HistoryState.Shown;
import id.espm.app.gui.look.Failure;
import id.espm.app.gui.look.FolderOpener;
import id.espm.app.gui.look.Notice;
import id.espm.app.gui.look.ScreenView;
import id.espm.app.gui.look.TextOnly;
import id.espm.app.gui.look.WindowContext;
import id.espm.app.gui.look.Words;
import id.espm.app.history.audit.AuditEvent;
import id.espm.app.history.audit.AuditEvent.Kind;
import id.espm.app.history.audit.ChainReport;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;

/** Riwayat: everything that was signed and sent, to be searched, opened and verified again. */
@SuppressWarnings("NullAway.Init") // FXML fills the fields
public final class HistoryView extends ScreenView {
    private final HistoryViewModel model;
    private final Words words;
    private final FolderOpener folders;
    private final Consumer<Path> verifying;

    @FXML
    private TextField search;

    @FXML
    private DatePicker from;

    @FXML
    private DatePicker until;

    @FXML
    private ComboBox<Optional<Kind>> kind;

    @FXML
    private TableView<HistoryRow> table;

    @FXML
    private Node detailBox;

    @FXML
    private Label detail;

    @FXML
    private Label path;

    @FXML
    private Button folder;

    @FXML
    private Button verify;

    @FXML
    private Button receipt;

    @FXML
    private Button more;

    @FXML
    private Notice notice;

    /** @param verifying judges a file anew, and shows what it finds */
    public HistoryView(HistoryViewModel model, WindowContext context, Consumer<Path> verifying) {
        this.model = model;
        this.words = context.words();
        this.folders = context.folders();
        this.verifying = verifying;
    }

    @FXML
    void initialize() {
        search.textProperty().bindBidirectional(model.searchProperty());
        bind(from, model.fromProperty());
        bind(until, model.untilProperty());
        kind.getItems().add(Optional.empty());
        for (Kind each : Kind.values()) {
            kind.getItems().add(Optional.of(each));
        }
        kind.setConverter(new TextOnly<>(this::name));
        kind.valueProperty().bindBidirectional(model.kindProperty());
        new HistoryTable(words).setUp(table);
        table.setItems(model.rows());
        draw(table.getSelectionModel().selectedItemProperty(), row -> drawDetail(Optional.ofNullable(row)));
        draw(model.stateProperty(), this::drawState);
    }

    private static void bind(DatePicker picker, ObjectProperty<Optional<LocalDate>> property) {
        picker.setValue(property.get().orElse(null));
        picker.valueProperty().subscribe(day -> property.set(Optional.ofNullable(day)));
    }

    /** What was signed meanwhile is there when one comes back. */
    @Override
    public void shown() {
        model.load();
        search.requestFocus();
    }

    @Override
    public boolean scrollsItself() {
        return true;
    }

    @FXML
    void clear() {
        from.setValue(null);
        until.setValue(null);
        model.clear();
    }

    @FXML
    void check() {
        model.check();
    }

    @FXML
    void more() {
        model.more();
    }

    @FXML
    void openFolder() {
        selected().flatMap(HistoryRow::bundle).ifPresent(this::showFile);
    }

    @FXML
    void openReceipt() {
        selected().flatMap(HistoryRow::receipt).ifPresent(this::showFile);
    }

    @FXML
    void verify() {
        selected().flatMap(HistoryRow::bundle).ifPresent(verifying);
    }

    private Optional<HistoryRow> selected() {
        return Optional.ofNullable(table.getSelectionModel().getSelectedItem());
    }

    private void showFile(Path file) {
        try {
            folders.show(file);
        } catch (IOException e) {
            notice.say(words.tell(new Failure.OfFiles(e)));
        }
    }

    private void drawDetail(Optional<HistoryRow> row) {
        show(detailBox, row.isPresent());
        Optional<Path> bundle = row.flatMap(HistoryRow::bundle);
        boolean there = bundle.filter(file -> file.toFile().exists()).isPresent();
        folder.setDisable(!there);
        verify.setDisable(!there);
        receipt.setDisable(row.flatMap(HistoryRow::receipt)
                .filter(file -> file.toFile().exists())
                .isEmpty());
        row.ifPresent(each -> {
            detail.setText(sentence(each));
            path.setText(bundle.map(file -> there ? file.toString() : words.get("history.gone", file.toString()))
                    .or(() -> each.event().subject().source())
                    .orElse(""));
        });
    }

    private String sentence(HistoryRow row) {
        AuditEvent event = row.event();
        List<String> parts = new ArrayList<>();
        event.lokasi().ifPresent(lokasi -> parts.add(words.get("history.lokasi", lokasi)));
        event.level().ifPresent(level -> parts.add(words.get("history.level", level.label())));
        if (!event.documents().isEmpty()) {
            parts.add(words.get("history.documents", event.documents().size()));
        }
        event.error().ifPresent(code -> parts.add(words.get("history.error", code)));
        event.receipt().ifPresent(id -> parts.add(words.get("history.receipt", id)));
        event.accepted().forEach(each -> parts.add(words.get("history.accepted", each)));
        row.sent().ifPresent(sent -> {
            String state = words.shared().get("status.state." + sent.state());
            parts.add(words.get(
                    "history.stands", state, words.dateTime(sent.standing().since())));
            sent.standing().alasan().ifPresent(reason -> parts.add(words.get("history.rejected", reason)));
        });
        return String.join(" ", parts);
    }

    private void drawState(HistoryState state) {
        show(more, state instanceof Shown shown && shown.more());
        notice.hide();
        switch (state) {
            case Reading s -> {}
            case Shown s ->
                table.setPlaceholder(new Label(words.get(isSearching() ? "history.nothing" : "history.empty")));
            case Checked s -> checked(s.report());
            case Failed s -> notice.say(words.tell(s.failure()));
        }
    }

    private boolean isSearching() {
        return !search.getText().isBlank()
                || from.getValue() != null
                || until.getValue() != null
                || kind.getValue().isPresent();
    }

    private void checked(ChainReport report) {
        if (report.broken().isPresent()) {
            ChainReport.ChainBreak broken = report.broken().get();
            notice.say(
                    Notice.Kind.BAD,
                    words.get("history.broken", broken.seq(), report.entries()),
                    words.shared().get("history.flaw." + broken.flaw()));
        } else if (report.entries() == 0) {
            notice.say(Notice.Kind.INFO, words.shared().get("history.none"), "");
        } else {
            notice.say(
                    Notice.Kind.GOOD,
                    words.get(
                            "history.whole",
                            report.entries(),
                            report.from().map(this::time).orElse(""),
                            report.to().map(this::time).orElse("")),
                    "");
        }
    }

    private String time(OffsetDateTime time) {
        return words.dateTime(time.toInstant());
    }

    /** What may have happened; nothing chosen is everything. */
    private String name(Optional<Kind> chosen) {
        return chosen.map(each -> words.shared().get("history.kind." + each)).orElseGet(() -> words.get("history.all"));
    }
}
