package id.espm.app.gui;

import static org.assertj.core.api.Assertions.assertThat;

import id.espm.app.gui.bench.Folders;
import id.espm.app.gui.bench.PracticeExtension;
import id.espm.app.gui.bench.Seen;
import id.espm.app.gui.look.Screen;
import id.espm.app.gui.practice.PracticeState;
import id.espm.app.gui.send.SendState;
import id.espm.app.gui.sign.SignState;
import id.espm.sandbox.PracticeFolder;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Practice as somebody goes through it who never saw the program: by clicks and typing alone. */
@ExtendWith({PracticeExtension.class, ApplicationExtension.class})
class PracticeFlowTest {
    private static final int FEW = 6;

    private final WindowBench bench;

    @TempDir
    private static Path folder;

    private Path out;
    private int clicks;

    PracticeFlowTest(PracticeFolder practice) {
        this.bench = new WindowBench(practice);
    }

    @Start
    void start(Stage stage) throws IOException {
        out = Files.createTempDirectory(folder, "out").resolve("ditandatangani");
        bench.open(stage, out);
    }

    @AfterEach
    void stopServers() throws InterruptedException {
        WindowBench.onWindow(() -> bench.model().practice().end());
        bench.awaitEnd();
    }

    private void click(FxRobot robot, String id) {
        clicks++;
        robot.clickOn(id);
    }

    private void practise(FxRobot robot) {
        click(robot, "#practise");
        bench.until(() -> bench.model().practice().state() instanceof PracticeState.On);
        bench.settle();
    }

    @Test
    void whoeverNeverSawTheProgramSignsAndSendsWithAFewClicks(FxRobot robot) throws IOException {
        bench.picture("home");
        practise(robot);
        bench.picture("practice-home");
        click(robot, "#samples");
        bench.settle();
        bench.picture("practice-package");
        assertThat(Seen.notices(robot)).contains("memenuhi aturan");
        click(robot, "#next");
        bench.settle();
        bench.picture("practice-sign");
        robot.write(Seen.field(robot, "#ribbon #passphrase")).type(KeyCode.ENTER);
        bench.settle();
        robot.type(KeyCode.ENTER);
        bench.until(() -> bench.model().sign().state() instanceof SignState.Done);
        bench.picture("practice-signed");
        click(robot, "#send");
        robot.clickOn("#content #password")
                .write(Seen.field(robot, "#ribbon #password"))
                .type(KeyCode.ENTER);
        bench.until(() -> bench.model().sending().state() instanceof SendState.CodeNeeded);
        bench.until(() -> !Seen.field(robot, "#ribbon #code").isEmpty());
        bench.picture("practice-code");
        robot.write(Seen.field(robot, "#ribbon #code")).type(KeyCode.ENTER);
        bench.until(() -> bench.model().sending().state() instanceof SendState.Ended);

        assertThat(Seen.notices(robot)).contains("Terkirim");
        assertThat(clicks).isLessThanOrEqualTo(FEW);
        WindowBench.onWindow(() -> bench.model().go(Screen.HOME));
        bench.until(
                () -> !bench.model().home().contentsProperty().get().outbox().isEmpty());
        bench.picture("practice-sent");
        assertThat(bench.model().home().contentsProperty().get().open()).isZero();
    }

    @Test
    void theRibbonStandsOnEveryScreenAndEndingItLeavesNothingBehind(FxRobot robot)
            throws IOException, InterruptedException {
        practise(robot);
        robot.clickOn("#samples");
        bench.settle();
        for (Screen screen : Screen.values()) {
            if (robot.lookup("#go-" + screen.name().toLowerCase(Locale.ROOT))
                    .tryQuery()
                    .isPresent()) {
                bench.go(screen);
                assertThat(robot.lookup("#ribbon").query().isVisible())
                        .as(screen.name())
                        .isTrue();
                bench.picture("practice-" + screen);
            }
        }
        robot.clickOn("#copyPassphrase");
        assertThat(WindowBench.onWindow(() -> Clipboard.getSystemClipboard().getString()))
                .isEqualTo(Seen.field(robot, "#ribbon #passphrase"));
        robot.clickOn("Kotak masuk KPPN");
        assertThat(status(bench.pages().getFirst())).isEqualTo(200);
        robot.clickOn("Akhiri latihan");
        bench.awaitEnd();

        assertThat(bench.model().practice().state()).isInstanceOf(PracticeState.Off.class);
        assertThat(robot.lookup("#ribbon").query().isVisible()).isFalse();
        assertThat(bench.model().certificate().file()).isEmpty();
        assertThat(status(bench.pages().getFirst())).isEqualTo(-1);
        Path settings = out.resolveSibling("settings");
        try (var all = Files.list(settings)) {
            assertThat(all.map(file -> file.getFileName().toString())).containsOnly("practice");
        }
        assertThat(Folders.names(out)).isEmpty();
    }

    @Test
    void aBrokenPracticeFolderIsMadeAnew(FxRobot robot) throws IOException {
        Path ca = Files.createDirectories(out.resolveSibling("settings").resolve("practice/window/ca"));
        Files.writeString(ca.resolve("intermediate.pem"), "x");
        Files.writeString(ca.resolve("root.pem"), "x");

        practise(robot);

        assertThat(robot.lookup("#ribbon").query().isVisible()).isTrue();
    }

    private static int status(URI page) {
        try {
            HttpURLConnection connection = (HttpURLConnection) page.toURL().openConnection();
            connection.setConnectTimeout(2000);
            return connection.getResponseCode();
        } catch (IOException e) {
            return -1;
        }
    }
}
