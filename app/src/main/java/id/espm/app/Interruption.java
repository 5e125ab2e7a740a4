package id.espm.app;

import id.espm.app.cli.call.Prompt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * When the process is told to end (Ctrl-C, SIGTERM): the call is interrupted and gets a moment to clear away what it was
 * writing. Its exit code is then the system's own, 128 and the signal's number.
 */
final class Interruption implements Runnable {
    private static final int SECONDS = 5;

    private final CountDownLatch finished = new CountDownLatch(1);
    private final Thread call;
    private final Prompt prompt;

    Interruption(Thread call, Prompt prompt) {
        this.call = call;
        this.prompt = prompt;
    }

    /** The call has ended by itself. */
    void callFinished() {
        finished.countDown();
    }

    @Override
    public void run() {
        if (finished.getCount() == 0 || prompt.asking()) {
            return;
        }
        call.interrupt();
        try {
            if (!finished.await(SECONDS, TimeUnit.SECONDS)) {
                System.err.println("espm-signer: ...");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
