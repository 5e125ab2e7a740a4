package id.espm.app.gui.send;

import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;

/**
 * Has something typed in the window while a thread of the sending waits for it.
 *
 * @param <Q> what is asked
 * @param <A> what is typed
 */
final class TypedAnswer<Q, A> implements AutoCloseable {
    private final Consumer<Q> asking;
    private final BlockingQueue<Optional<A>> typed = new LinkedBlockingQueue<>();
    private boolean waiting;
    private boolean closed;

    /** @param asking told on the waiting thread that something is wanted */
    TypedAnswer(Consumer<Q> asking) {
        this.asking = asking;
    }

    /**
     * Asks, and waits for the answer.
     *
     * @return empty once this is closed
     */
    Optional<A> ask(Q question) throws InterruptedException {
        synchronized (this) {
            if (closed) {
                return Optional.empty();
            }
            typed.clear();
            waiting = true;
        }
        asking.accept(question);
        return typed.take();
    }

    /** Hands an answer over, if one is wanted. */
    synchronized boolean answer(A answer) {
        boolean wanted = waiting;
        if (wanted) {
            waiting = false;
            typed.add(Optional.of(answer));
        }
        return wanted;
    }

    /** Nobody answers any more; who waits still is told so. */
    @Override
    public synchronized void close() {
        closed = true;
        typed.add(Optional.empty());
    }
}
