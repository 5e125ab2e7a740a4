package id.espm.app.gui.work;

import static org.assertj.core.api.Assertions.assertThat;

import id.espm.app.gui.bench.UiQueue;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class BackgroundTest {
    private final UiQueue ui = new UiQueue();
    private final List<Object> heard = new ArrayList<>();

    private BackgroundRun<String> listening(BackgroundRun<String> run) {
        return run.onSuccess(heard::add)
                .onError(IOException.class, e -> heard.add(e.getMessage()))
                .onCancelled(() -> heard.add("cancelled"));
    }

    @Test
    void resultsComeBackOnTheWindowsThread() {
        Thread window = Thread.currentThread();
        List<Thread> threads = new ArrayList<>();

        ui.background()
                .run(() -> threads.add(Thread.currentThread()))
                .onSuccess(added -> heard.add(Thread.currentThread()))
                .start();
        ui.until(() -> !heard.isEmpty());

        assertThat(heard).containsExactly(window);
        assertThat(threads).doesNotContain(window);
    }

    @Test
    void everyRunHasAThreadOfItsOwn() {
        for (int i = 0; i < 3; i++) {
            ui.background().run(Thread::currentThread).onSuccess(heard::add).start();
        }
        ui.until(() -> heard.size() == 3);

        assertThat(heard).doesNotHaveDuplicates();
    }

    @Test
    void aFailureGoesToTheHandlerOfItsType() {
        listening(ui.background().run(() -> {
                    throw new IOException("disk");
                }))
                .start();
        ui.until(() -> !heard.isEmpty());

        assertThat(heard).containsExactly("disk");
        assertThat(ui.unexpected()).isEmpty();
    }

    @Test
    void aFailureWithoutHandlerIsUnexpected() {
        IllegalStateException fault = new IllegalStateException("fault");
        listening(ui.background().run(() -> {
                    throw fault;
                }))
                .start();
        ui.until(() -> !ui.unexpected().isEmpty());

        assertThat(ui.unexpected()).containsExactly(fault);
        assertThat(heard).isEmpty();
    }

    @Test
    void cancelInterruptsTheWorkAndIsNoError() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        Running running = listening(ui.background().run(() -> {
                    begun.countDown();
                    Thread.sleep(60_000);
                    return "slept";
                }))
                .start();
        begun.await();
        running.cancel();
        ui.until(() -> !heard.isEmpty());

        assertThat(heard).containsExactly("cancelled");
        assertThat(ui.unexpected()).isEmpty();
    }

    @Test
    void aCancelThatComesTooLateDoesNotHideTheResult() throws InterruptedException {
        CountDownLatch done = new CountDownLatch(1);
        Running running = listening(ui.background().run(() -> {
                    done.countDown();
                    return "done";
                }))
                .start();
        done.await();
        ui.until(() -> !heard.isEmpty());
        running.cancel();

        assertThat(heard).containsExactly("done");
    }

    @Test
    void theEndOfWhatGoesOnIsWaitedFor() throws InterruptedException {
        CountDownLatch goOn = new CountDownLatch(1);
        listening(ui.background().run(() -> {
                    goOn.await();
                    return "done";
                }))
                .start();

        assertThat(ui.background().awaitEnd(Duration.ofMillis(10))).isFalse();
        goOn.countDown();
        assertThat(ui.background().awaitEnd(Duration.ofSeconds(30))).isTrue();
    }
}
