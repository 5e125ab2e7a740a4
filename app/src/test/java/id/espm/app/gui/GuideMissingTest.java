package id.espm.app.gui;

import static org.assertj.core.api.Assertions.assertThat;

import id.espm.app.gui.bench.PracticeExtension;
import id.espm.app.gui.bench.Seen;
import id.espm.sandbox.PracticeFolder;
import java.nio.file.Path;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith({PracticeExtension.class, ApplicationExtension.class})
class GuideMissingTest {
    private final WindowBench bench;

    @TempDir
    private static Path folder;

    GuideMissingTest(PracticeFolder practice) {
        this.bench = new WindowBench(practice);
    }

    @Start
    void start(Stage stage) {
        bench.withoutGuide();
        bench.open(stage, folder.resolve("ditandatangani"));
    }

    @Test
    void whereItShouldLieAndWhoHasItIsTold(FxRobot robot) {
        robot.type(KeyCode.F1);

        assertThat(Seen.notices(robot, ".notice"))
                .contains("Panduan tidak ditemukan", "docs/panduan", "pengelola aplikasi");
        assertThat(bench.pages()).isEmpty();
    }
}
