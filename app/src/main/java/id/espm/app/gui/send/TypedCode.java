package id.espm.app.gui.send;

import id.espm.app.espm.TokenSource;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Consumer;

/** Has the security code typed in the window while the sending thread waits for it. */
final class TypedCode implements TokenSource {
    private final Consumer<Request> asking;
    private final BlockingQueue<String> typed = new ArrayBlockingQueue<>(1);

    /** @param asking told on the sending thread that a code is wanted */
    TypedCode(Consumer<Request> asking) {
        this.asking = asking;
    }

    @Override
    public Optional<String> ask(Request request) throws InterruptedException {
        typed.clear();
        asking.accept(request);
        return Optional.of(typed.take());
    }

    /** Hands the code over; one that was handed over before and not taken yet goes first. */
    boolean answer(String code) {
        return typed.offer(code);
    }
}
