package id.espm.app.gui.work;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * One run of work in the background. Exactly one of its handlers is called, on the window's thread: success even when the
 * cancel came too late, cancelled for whatever broke off after a cancel, else the first error handler of a fitting type.
 *
 * @param <T> what the work yields
 */
public final class BackgroundRun<T> {
    private final Callable<T> call;
    private final Background background;
    private final AtomicBoolean cancelled = new AtomicBoolean();
    private final List<ErrorHandler<?>> errors = new ArrayList<>();
    private Consumer<T> success = result -> {};
    private Runnable cancellation = () -> {};

    BackgroundRun(Callable<T> call, Background background) {
        this.call = call;
        this.background = background;
    }

    /** What happens with the result. */
    public BackgroundRun<T> onSuccess(Consumer<T> handler) {
        success = handler;
        return this;
    }

    /** What happens with failures of a type; failures without a handler are unexpected. */
    public <E extends Throwable> BackgroundRun<T> onError(Class<E> type, Consumer<E> handler) {
        errors.add(new ErrorHandler<>(type, handler));
        return this;
    }

    /** What happens once the work has really ended after a cancel. */
    public BackgroundRun<T> onCancelled(Runnable handler) {
        cancellation = handler;
        return this;
    }

    /** Starts the work on a new thread. */
    public Running start() {
        FutureTask<T> task = new FutureTask<>(call) {
            @Override
            protected void done() {
                deliver(this);
            }
        };
        Thread thread = background.start(task);
        return () -> {
            cancelled.set(true);
            thread.interrupt();
        };
    }

    private void deliver(FutureTask<T> task) {
        if (task.state() == Future.State.SUCCESS) {
            T result = task.resultNow();
            background.tellWindow(() -> success.accept(result));
        } else {
            Throwable failure = task.exceptionNow();
            background.tellWindow(() -> deliver(failure));
        }
    }

    private void deliver(Throwable failure) {
        if (cancelled.get()) {
            cancellation.run();
            return;
        }
        for (ErrorHandler<?> handler : errors) {
            if (handler.handles(failure)) {
                return;
            }
        }
        background.reportUnexpected(failure);
    }

    private record ErrorHandler<E extends Throwable>(Class<E> type, Consumer<E> handler) {
        boolean handles(Throwable failure) {
            if (!type.isInstance(failure)) {
                return false;
            }
            handler.accept(type.cast(failure));
            return true;
        }
    }
}
