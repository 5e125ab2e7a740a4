package id.espm.app;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * When the process is told to end (Ctrl-C, SIGTERM): the call is interrupted and gets a moment to clear away what it was writing.
 * Its exit code is then the system's own, 128 and the signal's number.
 */
record Interruption(Thread call, CountDownLatch finished) implements Runnable {
    private static final int SECONDS = 5;

    @Override
    public void run() {
        if (finished.getCount() == 0) {
            return;
        }
        call.interrupt();
        try {
            boolean cleared = finished.await(SECONDS, TimeUnit.SECONDS);
            if (!cleared) {
                System.err.println("espm-signer: !");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
