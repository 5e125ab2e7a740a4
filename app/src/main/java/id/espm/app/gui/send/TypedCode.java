package id.espm.app.gui.send;

import id.espm.app.espm.TokenSource;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.SynchronousQueue;
import java.util.function.Consumer;

/** Has the security code typed in the window while the sending thread waits for it. */
final class TypedCode implements TokenSource {
    private final Consumer<Request> asking;
    private final BlockingQueue<String> typed = new SynchronousQueue<>();

    /** @param asking told on the sending thread that a code is wanted */
    TypedCode(Consumer<Request> asking) {
        this.asking = asking;
    }

    @Override
    public Optional<String> ask(Request request) throws InterruptedException {
        asking.accept(request);
        return Optional.of(typed.take());
    }

    /**
     * Hands the code over.
     *
     * @return false if nobody waits for one
     */
    boolean answer(String code) {
        return typed.offer(code);
    }
}
