package id.espm.app.gui;

import static org.assertj.core.api.Assertions.assertThat;

import id.espm.app.gui.bench.Drops;
import id.espm.app.gui.bench.Folders;
import id.espm.app.gui.bench.PracticeExtension;
import id.espm.app.gui.bench.Seen;
import id.espm.app.gui.look.Screen;
import id.espm.app.gui.paket.PackageVerdict;
import id.espm.sandbox.PracticeFolder;
import id.espm.signer.Jabatan;
import id.espm.signer.Jenis;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Putting packages together, as an official does it with mouse and keyboard. */
@ExtendWith({PracticeExtension.class, ApplicationExtension.class})
class PackageFlowTest {
    private final PracticeFolder practice;
    private final WindowBench bench;

    @TempDir
    private static Path folder;

    private Path home;

    PackageFlowTest(PracticeFolder practice) {
        this.practice = practice;
        this.bench = new WindowBench(practice);
    }

    @Start
    void start(Stage stage) throws IOException {
        home = Files.createTempDirectory(folder, "home");
        bench.open(stage, home.resolve("out"));
    }

    private void drop(FxRobot robot, Path... files) {
        WindowBench.onWindow(() -> Drops.drop(robot.lookup(".window").query(), files));
        bench.until(() -> !bench.model().paket().openProperty().get().all().isEmpty());
        bench.settle();
    }

    private static Button button(FxRobot robot, String text) {
        return robot.lookup(".asked .button").queryAllAs(Button.class).stream()
                .filter(each -> each.getText().equals(text))
                .findFirst()
                .orElseThrow();
    }

    private void say(Jenis jenis, Jabatan jabatan) {
        WindowBench.onWindow(() -> {
            var fields = bench.model().paket().fields();
            fields.jenisProperty().set(Optional.of(jenis));
            fields.jabatanProperty().set(Optional.of(jabatan));
            fields.satkerProperty().set("527010");
            fields.kppnProperty().set("082");
            fields.tahunProperty().set("2026");
            fields.lokasiProperty().set("Tolitoli");
        });
        bench.settle();
    }

    @Test
    void filesThatAreDroppedOneByOneFillTheirSlots(FxRobot robot) {
        Path spm = practice.packages().resolve("SPM");
        drop(robot, spm.resolve("00123A.zip"));
        assertThat(robot.lookup("#unsorted").queryAs(Labeled.class).getText()).contains("1 berkas", "00123A.zip");

        say(Jenis.SPM, Jabatan.PPSPM);
        assertThat(robot.lookup(".slot").queryAll()).hasSize(5);
        assertThat(robot.lookup(".slot-state").queryAs(Labeled.class).getText()).isEqualTo("PDF belum ada");

        drop(robot, spm.resolve("00123A-spm.pdf"), spm.resolve("00123A-kuitansi.pdf"));
        assertThat(robot.lookup(".slot-state").queryAs(Labeled.class).getText()).startsWith("Lengkap");
        assertThat(Seen.notices(robot, "#notice")).contains("memenuhi aturan");
    }

    @Test
    void whatIsNotUnderstoodIsAskedAndAnsweredByAButton(FxRobot robot) throws IOException {
        Path six = practice.packages().resolve("SPM-6");
        Path scan = Files.copy(
                practice.packages().resolve("SPM").resolve("00123A-kuitansi.pdf"), home.resolve("pindai.pdf"));
        drop(robot, six.resolve("00141A.zip"), six.resolve("00141A-spm.pdf"), six.resolve("00142A.zip"), scan);
        drop(robot, six.resolve("00142A-spm.pdf"));
        say(Jenis.SPM, Jabatan.PPSPM);
        assertThat(Seen.notices(robot, "#notice")).contains("1 pertanyaan");

        robot.clickOn(button(robot, "Lampiran 00142A"));
        bench.settle();

        assertThat(Seen.notices(robot, "#notice")).contains("memenuhi aturan: 5 berkas");
    }

    @Test
    void aSixthSpmIsSplitByAButtonIntoTwoPackages(FxRobot robot) {
        drop(robot, practice.packages().resolve("SPM-6"));
        assertThat(Seen.notices(robot, "#notice")).contains("6 SPM", "Pasal 6(2)");

        robot.clickOn(button(robot, "Bagi menjadi beberapa paket"));
        bench.settle();

        assertThat(robot.lookup("#tabs .toggle-button").queryAllAs(ToggleButton.class))
                .extracting(ToggleButton::getText)
                .containsExactly("Paket 1 SPM", "Paket 2 SPM");
        assertThat(bench.model().paket().ready()).hasSize(2);
    }

    @Test
    void aFolderWithSeveralPackagesOpensEach(FxRobot robot) throws IOException {
        Path many = Files.createDirectory(home.resolve("banyak"));
        for (String name : new String[] {"GAJI", "LPJ"}) {
            Folders.copy(practice.packages().resolve(name), many.resolve(name), true);
        }
        drop(robot, many);

        assertThat(robot.lookup("#tabs .toggle-button").queryAllAs(ToggleButton.class))
                .extracting(ToggleButton::getText)
                .containsExactly("Paket 1 Gaji", "Paket 2 LPJ Bendahara");
    }

    @Test
    void whatIsTakenOutComesBackByCtrlZ(FxRobot robot) {
        drop(robot, practice.packages().resolve("SPM"));
        robot.clickOn(robot.lookup(".slot .slot-remove").queryAll().iterator().next());
        bench.settle();
        assertThat(robot.lookup("#spmCount").queryAs(Labeled.class).getText()).isEqualTo("2/5 SPM");

        robot.clickOn("#undo");
        bench.settle();
        assertThat(robot.lookup("#spmCount").queryAs(Labeled.class).getText()).isEqualTo("3/5 SPM");
        robot.clickOn("#forget");
        bench.settle();
        assertThat(robot.lookup("#dropZone").query().isVisible()).isTrue();
        robot.press(KeyCode.CONTROL).type(KeyCode.Z).release(KeyCode.CONTROL);
        bench.settle();
        assertThat(bench.model().paket().verdict()).isInstanceOf(PackageVerdict.Ready.class);
    }

    @Test
    void aDraftWaitsAndGoesOn(FxRobot robot) {
        drop(robot, practice.packages().resolve("GAJI"));
        WindowBench.onWindow(() -> bench.window().reopen());
        bench.go(Screen.PACKAGE);
        assertThat(bench.model().paket().openProperty().get().all()).isEmpty();

        robot.clickOn("Lanjutkan");
        bench.until(() -> bench.model().paket().verdict() instanceof PackageVerdict.Ready);

        assertThat(Seen.notices(robot, "#notice")).contains("memenuhi aturan");
    }
}
