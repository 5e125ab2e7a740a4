package id.espm.app.gui.history;

import id.espm.app.espm.EspmException;
import id.espm.app.gui.history.HistoryState.Checked;
import id.espm.app.gui.history.HistoryState.Failed;
import id.espm.app.gui.history.HistoryState.Reading;
import id.espm.app.gui.history.HistoryState.Shown;
import id.espm.app.gui.look.Failure;
import id.espm.app.gui.work.Background;
import id.espm.app.gui.work.Running;
import id.espm.app.history.EntryFilter;
import id.espm.app.history.audit.AuditEvent.Kind;
import id.espm.app.outbox.OutboxSettings;
import id.espm.signer.Satker;
import id.espm.signer.SignerException;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** What was signed and sent: searched by number, satker, date and kind. Each change of the search reads anew. */
public final class HistoryViewModel {
    /** More at once would be a list to scroll through for minutes. */
    static final int PAGE = 200;

    private static final Pattern SATKER = Pattern.compile("[0-9]{6}");

    private final Background background;
    private final HistoryReading reading;
    private final ZoneId zone;
    private final StringProperty search = new SimpleStringProperty("");
    private final ObjectProperty<Optional<LocalDate>> from = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<LocalDate>> until = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<Kind>> kind = new SimpleObjectProperty<>(Optional.empty());
    private final ReadOnlyObjectWrapper<HistoryState> state = new ReadOnlyObjectWrapper<>(new Shown(0, false));
    private final ObservableList<HistoryRow> rows = FXCollections.observableArrayList();
    private final ObservableList<HistoryRow> seen = FXCollections.unmodifiableObservableList(rows);
    private Running running = Running.NOTHING;
    private int generation;
    private int limit = PAGE;
    private boolean asked;

    public HistoryViewModel(Background background, OutboxSettings settings) {
        this.background = background;
        this.reading = new HistoryReading(settings);
        this.zone = settings.clock().getZone();
        search.subscribe(text -> changed());
        from.subscribe(date -> changed());
        until.subscribe(date -> changed());
        kind.subscribe(one -> changed());
    }

    /** The beginning of a number, or a satker of six digits. */
    public StringProperty searchProperty() {
        return search;
    }

    /** The first day that is asked for. */
    public ObjectProperty<Optional<LocalDate>> fromProperty() {
        return from;
    }

    /** The last day that is asked for. */
    public ObjectProperty<Optional<LocalDate>> untilProperty() {
        return until;
    }

    public ObjectProperty<Optional<Kind>> kindProperty() {
        return kind;
    }

    public ReadOnlyObjectProperty<HistoryState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    public HistoryState state() {
        return state.get();
    }

    /** The newest first. */
    public ObservableList<HistoryRow> rows() {
        return seen;
    }

    private void changed() {
        limit = PAGE;
        if (asked) {
            load();
        }
    }

    /** Reads what is asked for now. */
    public void load() {
        asked = true;
        int mine = ++generation;
        running.cancel();
        state.set(new Reading());
        EntryFilter filter = filter();
        int wanted = limit;
        running = background
                .run(() -> reading.read(filter))
                .onSuccess(found -> ifCurrent(mine, () -> show(found, wanted)))
                .onError(SignerException.class, e -> ifCurrent(mine, () -> fail(new Failure.OfSigner(e.problem()))))
                .onError(
                        EspmException.class,
                        e -> ifCurrent(mine, () -> fail(new Failure.OfEspm(e.problem(), e.serverDetail()))))
                .start();
    }

    /** Shows older entries as well. */
    public void more() {
        limit += PAGE;
        load();
    }

    /** Checks the chain of the whole history: whether nothing in it was changed or taken out. */
    public void check() {
        int mine = ++generation;
        running.cancel();
        state.set(new Reading());
        running = background
                .run(reading::check)
                .onSuccess(report -> ifCurrent(mine, () -> state.set(new Checked(report))))
                .onError(SignerException.class, e -> ifCurrent(mine, () -> fail(new Failure.OfSigner(e.problem()))))
                .onError(IOException.class, e -> ifCurrent(mine, () -> fail(new Failure.OfFiles(e))))
                .start();
    }

    /** Asks for everything again. */
    public void clear() {
        asked = false;
        search.set("");
        from.set(Optional.empty());
        until.set(Optional.empty());
        kind.set(Optional.empty());
        load();
    }

    /** One entry more than the limit tells whether there are more. */
    private EntryFilter filter() {
        String text = search.get().strip();
        boolean satker = SATKER.matcher(text).matches();
        return EntryFilter.builder()
                .nomorBegins(satker || text.isEmpty() ? null : text)
                .satker(satker ? new Satker(text) : null)
                .since(from.get().map(day -> day.atStartOfDay(zone).toInstant()).orElse(null))
                .until(until.get()
                        .map(day ->
                                day.plusDays(1).atStartOfDay(zone).toInstant().minusMillis(1))
                        .orElse(null))
                .kind(kind.get().orElse(null))
                .limit(limit + 1)
                .build();
    }

    private void show(List<HistoryRow> found, int wanted) {
        boolean more = found.size() > wanted;
        rows.setAll(more ? found.subList(0, wanted) : found);
        state.set(new Shown(rows.size(), more));
    }

    private void fail(Failure failure) {
        rows.clear();
        state.set(new Failed(failure));
    }

    private void ifCurrent(int its, Runnable action) {
        if (its == generation) {
            action.run();
        }
    }

    /** Stops what goes on. */
    public void close() {
        generation++;
        running.cancel();
    }
}
