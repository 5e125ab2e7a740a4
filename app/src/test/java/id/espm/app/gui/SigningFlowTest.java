package id.espm.app.gui;

import static org.assertj.core.api.Assertions.assertThat;

import id.espm.app.gui.bench.Drops;
import id.espm.app.gui.bench.Folders;
import id.espm.app.gui.bench.PracticeExtension;
import id.espm.app.gui.bench.Seen;
import id.espm.app.gui.cosign.CosignState;
import id.espm.app.gui.look.Screen;
import id.espm.app.gui.sign.HandoverViewModel;
import id.espm.app.gui.sign.SignState;
import id.espm.app.gui.sign.SignState.Done;
import id.espm.sandbox.PracticeFolder;
import id.espm.signer.Jabatan;
import id.espm.signer.Jenis;
import id.espm.signer.bundle.Signatories;
import id.espm.signer.bundle.Signatories.Signatory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Signing packages and bundles, as an official does it with mouse and keyboard. */
@ExtendWith({PracticeExtension.class, ApplicationExtension.class})
class SigningFlowTest {
    private final PracticeFolder practice;
    private final WindowBench bench;

    @TempDir
    private static Path folder;

    private Path home;
    private Path out;

    SigningFlowTest(PracticeFolder practice) {
        this.practice = practice;
        this.bench = new WindowBench(practice);
    }

    @Start
    void start(Stage stage) throws IOException {
        home = Files.createTempDirectory(folder, "home");
        out = home.resolve("ditandatangani");
        bench.open(stage, out);
    }

    private Done sign(FxRobot robot) {
        bench.go(Screen.SIGN);
        robot.clickOn("#sign");
        bench.until(() -> bench.model().sign().state() instanceof Done);
        return (Done) bench.model().sign().state();
    }

    private static String signer(Jenis jenis) {
        return switch (jenis) {
            case SPM, SPM_KOREKSI -> "PPSPM";
            case SPM_KP, SPM_KPBB, SPM_KBC, SPM_IB, SPM_BPHTB -> "KEPALA_KANTOR";
            case KONTRAK, GAJI -> "PPK";
            case RPD_HARIAN -> "KPA";
            case LPJ -> "BENDAHARA";
            case SURAT -> "DJPB";
        };
    }

    @ParameterizedTest
    @EnumSource
    void aPackageOfEachJenisIsSigned(Jenis jenis, FxRobot robot) throws IOException {
        bench.openCertificate(signer(jenis));
        bench.choosePackage(practice.packages().resolve(jenis.name()));

        Done done = sign(robot);

        assertThat(done.failed()).isEmpty();
        assertThat(Folders.names(out)).hasSize(1);
    }

    @Test
    void severalPackagesAreSignedAndTheOneThatFailsIsTriedAgainAlone(FxRobot robot) throws IOException {
        Path good = Folders.copy(practice.packages().resolve("SPM"), home.resolve("a"), true);
        Path bad = Folders.copy(practice.packages().resolve("SPM_KOREKSI"), home.resolve("b"), true);
        bench.openCertificate("PPSPM");
        bench.choosePackage(good);
        bench.choosePackage(bad);
        bench.go(Screen.SIGN);
        assertThat(robot.lookup("#summary").queryAs(Labeled.class).getText()).contains("2 paket", "00123A");
        Path adk = bench.model()
                .paket()
                .foundProperty()
                .get()
                .slots()
                .getFirst()
                .files()
                .findFirst()
                .orElseThrow();
        byte[] before = Files.readAllBytes(adk);
        Files.writeString(adk, "x", StandardOpenOption.APPEND);

        Done done = sign(robot);
        assertThat(done.signed()).hasSize(1);
        assertThat(done.failed()).hasSize(1);
        assertThat(Seen.notices(robot, "#notice")).contains("1 disisihkan");
        assertThat(robot.lookup(".outcome-failed").queryAs(Labeled.class).getText())
                .contains("tidak ditandatangani", adk.getFileName().toString());

        Files.write(adk, before);
        robot.clickOn("#retry");
        bench.openCertificate("PPSPM");
        Done again = sign(robot);

        assertThat(again.failed()).isEmpty();
        assertThat(again.signed()).hasSize(2);
        assertThat(Folders.names(out)).hasSize(2);
    }

    @Test
    void bothPartsOfASplitPackageAreSigned(FxRobot robot) throws IOException {
        bench.openCertificate("PPSPM");
        bench.choosePackage(practice.packages().resolve("SPM-6"));
        WindowBench.onWindow(() -> bench.model().paket().split());
        bench.settle();

        assertThat(sign(robot).signed()).hasSize(2);
        assertThat(Folders.names(out)).hasSize(2);
    }

    @Test
    void whatIsSignedIsLaidReadyForTheOperator(FxRobot robot) throws IOException {
        bench.openCertificate("PPSPM");
        bench.choosePackage(practice.packages().resolve("SPM"));
        sign(robot);
        Path operator = Files.createDirectory(home.resolve("operator"));
        bench.willPick(operator);
        robot.clickOn("#hand");
        bench.until(() -> bench.model().operator().stateProperty().get() instanceof HandoverViewModel.State.Handed);

        assertThat(Folders.names(operator))
                .hasSize(2)
                .anyMatch(name -> name.endsWith(".asice"))
                .anyMatch(name -> name.endsWith(".pengantar.pdf"));
        assertThat(Seen.notices(robot, "#handed")).contains("1 berkas", operator.toString());
    }

    @Test
    void anExpiredCertificateDoesNotSign(FxRobot robot) throws IOException {
        bench.choosePackage(practice.packages().resolve("SPM"));
        bench.openCertificate("EXPIRED");
        bench.go(Screen.SIGN);

        assertThat(robot.lookup("#sign").queryButton().isDisabled()).isTrue();
        assertThat(robot.lookup("#summary").queryAs(Labeled.class).getText()).contains("tidak dapat dipakai");
    }

    @Test
    void cancelInTheMidstLeavesNothingHalfWritten(FxRobot robot) throws IOException {
        bench.openCertificate("PPSPM");
        bench.choosePackage(practice.packages().resolve("SPM"));
        bench.go(Screen.SIGN);
        WindowBench.onWindow(() -> {
            bench.model().sign().sign();
            bench.model().sign().cancel();
        });
        bench.settle();

        assertThat(bench.model().sign().state()).isEqualTo(new SignState.Cancelled());
        assertThat(Seen.notices(robot, "#notice")).contains("dibatalkan");
        assertThat(Folders.names(out)).isEmpty();
    }

    @Test
    void theLpjIsCosignedByTheOfficialsAfterEachOther(FxRobot robot) throws IOException {
        bench.openCertificate("BENDAHARA");
        bench.choosePackage(practice.packages().resolve("LPJ"));
        Path bundle = sign(robot).signed().getFirst().bundle().orElseThrow();
        WindowBench.onWindow(() -> {
            bench.model().cosign().jabatanProperty().set(Optional.of(Jabatan.KPA));
            bench.model().cosign().lokasiProperty().set("Tolitoli");
            Drops.drop(robot.lookup(".window").query(), bundle);
        });
        bench.until(() -> bench.model().cosign().state() instanceof CosignState.Checked);
        assertThat(robot.lookup("#signed").queryAs(Labeled.class).getText()).contains("(Bendahara)");
        assertThat(robot.lookup("#missing").queryAs(Labeled.class).getText()).contains("KPA", "PPK");

        bench.openCertificate("KPA");
        robot.clickOn("#cosign");
        bench.until(() -> bench.model().cosign().state() instanceof CosignState.Signed);

        Signatories now = bench.model().cosign().state().signatories().orElseThrow();
        assertThat(now.signed()).extracting(Signatory::jabatan).containsExactly(Jabatan.BENDAHARA, Jabatan.KPA);
        assertThat(now.missing()).containsExactly(Jabatan.PPK);
        assertThat(Folders.names(out)).hasSize(2);
    }
}
