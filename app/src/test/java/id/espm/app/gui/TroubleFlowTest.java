package id.espm.app.gui;

import static org.assertj.core.api.Assertions.assertThat;

import id.espm.app.espm.CuttingLine;
import id.espm.app.espm.CuttingLine.Cut;
import id.espm.app.gui.bench.Drops;
import id.espm.app.gui.bench.PracticeExtension;
import id.espm.app.gui.bench.Seen;
import id.espm.app.gui.bench.SignedSamples;
import id.espm.app.gui.certificate.CertificateState.Opened;
import id.espm.app.gui.look.Screen;
import id.espm.app.gui.practice.PracticeState;
import id.espm.app.gui.send.SendState;
import id.espm.app.gui.sign.SignState;
import id.espm.sandbox.PracticeFolder;
import id.espm.sandbox.PracticeOfficial;
import id.espm.signer.authority.Light;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** What goes wrong through nobody's fault in the window: it is told, and the way on stands there. */
@ExtendWith({PracticeExtension.class, ApplicationExtension.class})
class TroubleFlowTest {
    private final PracticeFolder practice;
    private final WindowBench bench;

    @TempDir
    private static Path folder;

    private Path home;

    TroubleFlowTest(PracticeFolder practice) {
        this.practice = practice;
        this.bench = new WindowBench(practice);
    }

    @Start
    void start(Stage stage) throws IOException {
        home = Files.createTempDirectory(folder, "home");
        bench.open(stage, home.resolve("ditandatangani"));
    }

    @AfterEach
    void stopServers() throws InterruptedException {
        WindowBench.onWindow(() -> bench.model().practice().end());
        bench.awaitEnd();
    }

    private void practise(FxRobot robot) {
        robot.clickOn("#practise");
        bench.until(() -> bench.model().practice().state() instanceof PracticeState.On);
        bench.settle();
    }

    @Test
    void aRevokedCertificateIsRedAndDoesNotSign(FxRobot robot) throws IOException {
        practise(robot);
        robot.clickOn("#samples");
        bench.settle();
        Path officials = bench.model().certificate().file().orElseThrow().getParent();
        PracticeOfficial revoked = PracticeFolder.open(officials.getParent()).official("REVOKED");
        bench.openCertificate(revoked);

        bench.go(Screen.CERTIFICATE);
        bench.picture("revoked");
        Opened opened = (Opened) bench.model().certificate().state();
        assertThat(opened.light()).isEqualTo(Light.MERAH);
        assertThat(Seen.notices(robot)).contains("dicabut", "ajukan sertifikat baru");
        bench.go(Screen.SIGN);
        assertThat(robot.lookup("#sign").queryButton().isDisabled()).isTrue();
        assertThat(robot.lookup("#summary").queryAs(Labeled.class).getText()).contains("tidak dapat dipakai");
    }

    @Test
    void aLineThatBreaksWhileSendingIsToldAndTheBundleArrivesOnce(FxRobot robot) throws Exception {
        practise(robot);
        robot.clickOn("#samples");
        bench.settle();
        robot.clickOn("#next");
        bench.settle();
        robot.write(Seen.field(robot, "#ribbon #passphrase")).type(KeyCode.ENTER);
        bench.settle();
        robot.type(KeyCode.ENTER);
        bench.until(() -> bench.model().sign().state() instanceof SignState.Done);
        robot.clickOn("#send");
        List<SendState> seen = new ArrayList<>();
        WindowBench.onWindow(() -> bench.model().sending().stateProperty().subscribe(state -> {
            seen.add(state);
        }));

        String espm = Seen.field(robot, "#address");
        int port = URI.create(espm).getPort();
        try (CuttingLine line = new CuttingLine(port)) {
            line.cutAt(List.of(
                    new Cut(Pattern.compile("PATCH /api/v1/uploads/"), false, 20_000),
                    new Cut(Pattern.compile("POST /api/v1/submissions/[0-9a-z]+/complete "), true, 20)));
            WindowBench.onWindow(() ->
                    bench.model().sending().addressProperty().set(line.address().toString()));
            robot.clickOn("#content #password")
                    .write(Seen.field(robot, "#ribbon #password"))
                    .type(KeyCode.ENTER);
            bench.until(() -> seen.stream().anyMatch(SendState.Waiting.class::isInstance));
            bench.picture("line-broken");
            bench.until(() -> bench.model().sending().state() instanceof SendState.CodeNeeded);
            bench.until(() -> !Seen.field(robot, "#ribbon #code").isEmpty());
            robot.write(Seen.field(robot, "#ribbon #code")).type(KeyCode.ENTER);
            bench.until(() -> bench.model().sending().state() instanceof SendState.Ended);
            assertThat(line.left()).isEmpty();
            assertThat(line.cutsMade()).isEqualTo(2);
        }

        bench.picture("line-mended");
        assertThat(bench.model().sending().state())
                .isInstanceOfSatisfying(
                        SendState.Ended.class, ended -> assertThat(ended.sent()).isEqualTo(1));
        assertThat(Seen.notices(robot)).contains("Terkirim");
    }

    @Test
    void aTamperedBundleIsCalledInvalidWithTheFileThatWasChanged(FxRobot robot) throws Exception {
        Path bundle = SignedSamples.bundle(practice, Files.createDirectories(home.resolve("a")))
                .bundle();
        Path changed = SignedSamples.tampered(bundle, home.resolve("diubah.asice"));
        bench.go(Screen.VERIFY);
        WindowBench.onWindow(() -> Drops.drop(robot.lookup(".window").query(), changed));
        bench.until(() -> !bench.model().verify().isJudging()
                && bench.model().verify().selectedProperty().get().isPresent());
        bench.settle();

        bench.picture("tampered");
        assertThat(Seen.labels(robot))
                .contains("TIDAK SAH", "lampiran/00123A-spm.pdf: Isi dokumen berubah", "Langkah berikutnya");
    }

    @Test
    void theGuideIsNamedByItsFileWhereNoBrowserOpens(FxRobot robot) {
        bench.withoutBrowser();
        robot.type(KeyCode.F1);

        assertThat(Seen.notices(robot, ".notice")).contains("Peramban tidak dapat dibuka", "index.html");
    }
}
