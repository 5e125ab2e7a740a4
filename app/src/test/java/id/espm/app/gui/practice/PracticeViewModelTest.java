package id.espm.app.gui.practice;

import static org.assertj.core.api.Assertions.assertThat;

import id.espm.app.gui.bench.UiQueue;
import id.espm.app.signing.RunLock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What keeps practice from beginning; PracticeFlowTest goes through the rest. */
class PracticeViewModelTest {
    private final UiQueue ui = new UiQueue();

    @TempDir
    private Path folder;

    private PracticeViewModel model;

    @BeforeEach
    void begin() {
        model = new PracticeViewModel(ui.background(), folder.resolve("window"), Clock.systemUTC(), page -> {});
    }

    @Test
    void somebodyElsePractisesInTheSameFolder() throws Exception {
        Path dir = Files.createDirectory(folder.resolve("window"));
        try (RunLock other = RunLock.take(dir, dir)) {
            model.start();
            ui.until(() -> model.state() instanceof PracticeState.Elsewhere);
            assertThat(other).isNotNull();
        }
    }

    @Test
    void itIsGivenUpWhileItIsMadeReady() {
        model.start();
        model.end();
        assertThat(model.state()).isEqualTo(new PracticeState.Starting(false, true));

        ui.until(() -> model.state() instanceof PracticeState.Off);

        assertThat(model.samples()).isEmpty();
        assertThat(ui.unexpected()).isEmpty();
    }

    @Test
    void signingThatGoesOnIsNotBrokenOff() {
        model.join(sample -> {}, () -> true);
        model.start();

        assertThat(model.state()).isEqualTo(new PracticeState.Busy());
        assertThat(folder.resolve("window")).doesNotExist();
    }

    @Test
    void aFolderThatCannotBeMadeIsTold() throws IOException {
        Files.writeString(folder.resolve("window"), "x");
        model.start();

        ui.until(() -> model.state() instanceof PracticeState.Failed);
    }
}
