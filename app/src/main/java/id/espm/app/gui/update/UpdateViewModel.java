package id.espm.app.gui.update;

import id.espm.app.gui.look.Failure;
import id.espm.app.gui.update.UpdateState.Answered;
import id.espm.app.gui.update.UpdateState.Asking;
import id.espm.app.gui.update.UpdateState.Failed;
import id.espm.app.gui.update.UpdateState.Unknown;
import id.espm.app.gui.work.Background;
import id.espm.app.gui.work.Running;
import id.espm.app.update.UpdateAnswer;
import id.espm.app.update.UpdateException;
import id.espm.app.update.UpdateProblem;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Asks for a newer version once somebody agreed, and by itself at most once in a day, if somebody wants that. */
public final class UpdateViewModel {
    private static final Duration DAY = Duration.ofDays(1);

    private final Background background;
    private final UpdateSetup setup;
    private final BooleanProperty daily;
    private final ReadOnlyObjectWrapper<UpdateState> state = new ReadOnlyObjectWrapper<>(new Unknown());
    private final ReadOnlyObjectWrapper<Optional<Wish>> question = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<UpdateAnswer>> news = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Running running = Running.NOTHING;
    private boolean closed;

    /** @param daily the switch among the settings; it holds once they are saved */
    public UpdateViewModel(Background background, UpdateSetup setup, BooleanProperty daily) {
        this.background = background;
        this.setup = setup;
        this.daily = daily;
    }

    /** What somebody wants. */
    public enum Wish {
        /** To ask now. */
        ONCE,
        /** To ask now, and then once in a day. */
        DAILY
    }

    public ReadOnlyObjectProperty<UpdateState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** What must be agreed to before anybody is asked. */
    public ReadOnlyObjectProperty<Optional<Wish>> questionProperty() {
        return question.getReadOnlyProperty();
    }

    /** The answer, where it is one to act upon. */
    public ReadOnlyObjectProperty<Optional<UpdateAnswer>> newsProperty() {
        return news.getReadOnlyProperty();
    }

    /** The switch; {@link #want} turns it on, {@link #stop} off. */
    public BooleanProperty dailyProperty() {
        return daily;
    }

    /** Whether the switch stands otherwise than it is saved. */
    public boolean isUnsaved() {
        return daily.get() != setup.daily();
    }

    /** The version that runs, as it calls itself. */
    public String runningVersion() {
        return setup.running();
    }

    /** Whom one would ask; empty where nobody is set up. */
    public Optional<String> host() {
        return setup.check().channel().address().map(URI::getHost);
    }

    /** The window was opened: tells what is known, and asks if that is wanted and was not done within a day. */
    public void begin() {
        running = background
                .run(() -> setup.check().known(setup.running()))
                .onSuccess(known -> {
                    known.ifPresent(this::show);
                    if (setup.daily() && isDue() && !closed) {
                        ask();
                    }
                })
                .start();
    }

    /** A clock that was set back must not end the asking for good. */
    private boolean isDue() {
        Instant now = setup.clock().instant();
        return setup.settings()
                .window()
                .asked()
                .filter(asked -> !asked.isAfter(now) && asked.plus(DAY).isAfter(now))
                .isEmpty();
    }

    /** Somebody wants to know; he is asked first, unless he agreed for every day. */
    public void want(Wish wish) {
        Optional<UpdateProblem> obstacle = setup.check().channel().obstacle();
        if (obstacle.isPresent()) {
            state.set(new Failed(new Failure.OfUpdate(obstacle.get())));
        } else if (wish == Wish.ONCE && setup.daily()) {
            ask();
        } else {
            question.set(Optional.of(wish));
        }
    }

    /** He agrees to what the question said. */
    public void agree() {
        question.get().ifPresent(wish -> {
            question.set(Optional.empty());
            if (wish == Wish.DAILY) {
                daily.set(true);
            }
            ask();
        });
    }

    /** He does not; nothing was sent. */
    public void decline() {
        question.set(Optional.empty());
    }

    /** Nobody is asked by itself any more, once that is saved. */
    public void stop() {
        decline();
        daily.set(false);
    }

    private void ask() {
        UpdateState before = state.get();
        if (before instanceof Asking) {
            return;
        }
        try {
            // First, for what is not written down would be asked for at every opening.
            setup.settings().remember(memory -> memory.asked(setup.clock().instant()));
        } catch (IOException e) {
            state.set(new Failed(new Failure.OfFiles(e)));
            return;
        }
        state.set(new Asking());
        running = background
                .run(() -> setup.check().ask(setup.running()))
                .onSuccess(this::show)
                .onError(UpdateException.class, e -> state.set(new Failed(new Failure.OfUpdate(e.problem()))))
                .onError(IOException.class, e -> state.set(new Failed(new Failure.OfFiles(e))))
                .onCancelled(() -> state.set(before))
                .start();
    }

    private void show(UpdateAnswer answer) {
        state.set(new Answered(answer));
        news.set(Optional.of(answer).filter(UpdateAnswer::calls));
    }

    /** Stops what goes on. */
    public void close() {
        closed = true;
        running.cancel();
    }
}
