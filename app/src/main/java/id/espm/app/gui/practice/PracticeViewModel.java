package id.espm.app.gui.practice;

import id.espm.app.gui.look.Browser;
import id.espm.app.gui.look.Failure;
import id.espm.app.gui.practice.PracticeState.Busy;
import id.espm.app.gui.practice.PracticeState.Elsewhere;
import id.espm.app.gui.practice.PracticeState.Failed;
import id.espm.app.gui.practice.PracticeState.Off;
import id.espm.app.gui.practice.PracticeState.On;
import id.espm.app.gui.practice.PracticeState.Starting;
import id.espm.app.gui.work.Background;
import id.espm.app.gui.work.Running;
import id.espm.app.practice.PracticeCode;
import id.espm.app.practice.PracticeInUseException;
import id.espm.app.practice.PracticeListener.Stage;
import id.espm.app.practice.PracticePerson;
import id.espm.app.practice.PracticeSample;
import id.espm.app.practice.PracticeSession;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Starts and ends practice, and knows what the ribbon says: as whom one practises, and the newest security code. */
public final class PracticeViewModel {
    /** How often the mailbox is looked into: a code is there before anybody looks for it. */
    private static final Duration GLANCE = Duration.ofMillis(400);

    private final Background background;
    private final Path folder;
    private final Clock clock;
    private final Browser browser;
    private final ReadOnlyObjectWrapper<PracticeState> state = new ReadOnlyObjectWrapper<>(new Off());
    private final ReadOnlyObjectWrapper<Optional<PracticePerson>> person =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<PracticeCode>> code = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Running starting = Running.NOTHING;
    private Running watching = Running.NOTHING;
    private Consumer<PracticeSample> desk = sample -> {};
    private BooleanSupplier busy = () -> false;

    /** @param folder where practice may do as it likes */
    public PracticeViewModel(Background background, Path folder, Clock clock, Browser browser) {
        this.background = background;
        this.folder = folder;
        this.clock = clock;
        this.browser = browser;
    }

    public ReadOnlyObjectProperty<PracticeState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    public PracticeState state() {
        return state.get();
    }

    /** As whom one practises; empty while nobody does. */
    public ReadOnlyObjectProperty<Optional<PracticePerson>> personProperty() {
        return person.getReadOnlyProperty();
    }

    /** The security code that was mailed last. */
    public ReadOnlyObjectProperty<Optional<PracticeCode>> codeProperty() {
        return code.getReadOnlyProperty();
    }

    /** What there is to practise with; nothing while nobody practises. */
    public List<PracticeSample> samples() {
        return state() instanceof On on ? on.session().samples() : List.of();
    }

    /**
     * Joins the workplace that is open.
     *
     * @param taker   puts a chosen sample on the table
     * @param working whether signing or sending goes on there
     */
    public void join(Consumer<PracticeSample> taker, BooleanSupplier working) {
        desk = taker;
        busy = working;
    }

    /** Makes practice ready, unless it is. */
    public void start() {
        if (state() instanceof Starting || state() instanceof On) {
            return;
        }
        if (busy.getAsBoolean()) {
            state.set(new Busy());
            return;
        }
        state.set(new Starting(false, false));
        starting = background
                .run(() -> PracticeSession.start(folder, clock, (stage, subject) -> tell(stage)))
                .onSuccess(this::begin)
                .onError(PracticeInUseException.class, e -> state.set(new Elsewhere()))
                .onError(IOException.class, e -> state.set(new Failed(new Failure.OfFiles(e))))
                .onCancelled(() -> state.set(new Off()))
                .start();
    }

    private void tell(Stage stage) {
        if (stage == Stage.PREPARED) {
            background.tellWindow(() -> {
                if (state() instanceof Starting now) {
                    state.set(new Starting(true, now.stopping()));
                }
            });
        }
    }

    private void begin(PracticeSession session) {
        boolean wanted = state() instanceof Starting now && !now.stopping();
        if (wanted && !busy.getAsBoolean()) {
            person.set(Optional.of(session.person()));
            state.set(new On(session));
            watching = watch(session);
        } else {
            // It was ready before it heard that nobody wants it any more, or something else was begun meanwhile.
            stop(session);
            state.set(wanted ? new Busy() : new Off());
        }
    }

    private Running watch(PracticeSession session) {
        return background
                .run(() -> {
                    Optional<PracticeCode> last = Optional.empty();
                    while (true) {
                        Optional<PracticeCode> now = session.newestCode();
                        if (!now.equals(last)) {
                            last = now;
                            background.tellWindow(() -> show(session, now));
                        }
                        Thread.sleep(GLANCE);
                    }
                })
                .onError(IOException.class, e -> code.set(Optional.empty()))
                .start();
    }

    private void show(PracticeSession session, Optional<PracticeCode> newest) {
        if (state() instanceof On on && on.session() == session) {
            code.set(newest);
        }
    }

    /** Puts a sample on the table, to be signed by whom its jenis asks for. */
    public void take(PracticeSample sample) {
        person.set(Optional.of(sample.person()));
        desk.accept(sample);
    }

    /** Shows KPPN's side in the browser. */
    public void openInbox() throws IOException {
        if (state() instanceof On on) {
            browser.open(on.session().inbox());
        }
    }

    /** Ends practice, or gives up starting it. The servers stop in the background. */
    public void end() {
        if (state() instanceof Starting now) {
            state.set(new Starting(now.prepared(), true));
            starting.cancel();
        } else if (state() instanceof On on) {
            watching.cancel();
            person.set(Optional.empty());
            code.set(Optional.empty());
            state.set(new Off());
            stop(on.session());
        } else {
            state.set(new Off());
        }
    }

    private void stop(PracticeSession session) {
        background
                .run(() -> {
                    session.close();
                    return session;
                })
                .onError(IOException.class, e -> state.set(new Failed(new Failure.OfFiles(e))))
                .start();
    }
}
