package id.espm.app.gui;

import static org.assertj.core.api.Assertions.assertThat;

import id.espm.app.gui.bench.Drops;
import id.espm.app.gui.bench.Folders;
import id.espm.app.gui.bench.PracticeExtension;
import id.espm.app.gui.bench.Seen;
import id.espm.app.gui.look.Screen;
import id.espm.app.gui.look.Theme;
import id.espm.app.gui.send.SendState;
import id.espm.app.gui.sign.SignState;
import id.espm.sandbox.PracticeFolder;
import id.espm.signer.Jenis;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListCell;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith({PracticeExtension.class, ApplicationExtension.class})
class SignerWindowTest {
    private final PracticeFolder practice;
    private final WindowBench bench;

    @TempDir
    private static Path folder;

    private Path out;

    SignerWindowTest(PracticeFolder practice) {
        this.practice = practice;
        this.bench = new WindowBench(practice);
    }

    @Start
    void start(Stage stage) throws IOException {
        out = Files.createTempDirectory(folder, "out").resolve("ditandatangani");
        bench.open(stage, out);
    }

    private static String text(FxRobot robot, String id) {
        return ((Labeled) robot.lookup(id).query()).getText();
    }

    private void drop(FxRobot robot, Path... files) {
        WindowBench.onWindow(() -> Drops.drop(robot.lookup(".window").query(), files));
        bench.settle();
    }

    private void typePassphrase(FxRobot robot, String official) throws IOException {
        robot.clickOn("#passphrase")
                .write(new String(practice.official(official).passphrase()));
        robot.type(KeyCode.ENTER);
        bench.settle();
    }

    @Test
    void theGuideIsOpenedByItsKeyWhereverOneIsAndByItsButton(FxRobot robot) {
        for (Screen screen : Screen.values()) {
            bench.go(screen);
            robot.type(KeyCode.F1);
        }
        robot.clickOn("#openGuide");

        assertThat(bench.pages()).hasSize(Screen.values().length + 1).containsOnly(WindowBench.GUIDE.toUri());
    }

    @Test
    void anOfficialSignsAndSendsAPackage(FxRobot robot) throws IOException {
        bench.willPick(practice.official("PPSPM").p12());
        robot.clickOn("#go-certificate").clickOn("#choose");
        bench.settle();
        assertThat(text(robot, "#fileName")).isEqualTo("PPSPM.p12");
        typePassphrase(robot, "PPSPM");
        assertThat(text(robot, "#nama")).isEqualTo("Siti Rahayu Latihan");
        assertThat(text(robot, "#nik")).contains("********");
        assertThat(text(robot, "#light")).isEqualTo("Berlaku");

        drop(robot, practice.packages().resolve("SPM"));
        assertThat(Seen.notices(robot)).contains("memenuhi aturan");
        assertThat(text(robot, "#spmCount")).isEqualTo("3/5 SPM");
        robot.clickOn("#next");
        assertThat(text(robot, "#summary"))
                .contains("Siti Rahayu Latihan", "00123A", "PPSPM", "527010", "Tolitoli", "8 berkas");

        robot.type(KeyCode.ENTER);
        bench.until(() -> bench.model().sign().state() instanceof SignState.Done);
        assertThat(Folders.names(out)).hasSize(1);
        assertThat(Seen.notices(robot)).contains(".asice", out.toString());
        assertThat(robot.lookup("#passphrase").queryAs(PasswordField.class).getText())
                .isEmpty();

        robot.type(KeyCode.ENTER);
        bench.until(() -> bench.model().screenProperty().get() == Screen.SEND);
        robot.clickOn("#user").write("ppspm527010");
        robot.clickOn("#password").write("rahasia1").type(KeyCode.ENTER);
        bench.until(() -> bench.model().sending().state() instanceof SendState.CodeNeeded);
        robot.write("999999").type(KeyCode.ENTER);
        bench.until(() -> Seen.notices(robot).contains("Tersisa 2"));
        robot.write(WindowBench.CODE).type(KeyCode.ENTER);
        bench.until(() -> bench.model().sending().state() instanceof SendState.Ended);
        assertThat(Seen.notices(robot)).contains("Terkirim", "01jdk3m8q2x4", "belum berarti “diterima KPPN”");
    }

    @Test
    void theSignedFileIsShownInItsFolder(FxRobot robot) throws IOException {
        bench.openCertificate("DJPB");
        bench.choosePackage(practice.packages().resolve("SURAT"));
        bench.go(Screen.SIGN);
        robot.clickOn("#sign");
        bench.until(() -> bench.model().sign().state() instanceof SignState.Done);
        assertThat(robot.lookup("#send").queryButton().isVisible()).isFalse();

        robot.clickOn("Buka folder");
        assertThat(bench.shown())
                .singleElement()
                .satisfies(file -> assertThat(file).exists().hasParent(out));
    }

    @Test
    void aSixthSpmIsRefusedWithItsClause(FxRobot robot) throws IOException {
        bench.openCertificate("PPSPM");
        drop(robot, practice.packages().resolve("SPM-6"));

        assertThat(Seen.notices(robot))
                .contains("6 SPM", "Pasal 6(2)", "00146A")
                .doesNotContain("--split");
        assertThat(text(robot, "#spmCount")).isEqualTo("6/5 SPM");
        assertThat(robot.lookup("#next").queryButton().isDisabled()).isTrue();
        bench.go(Screen.SIGN);
        assertThat(robot.lookup("#sign").queryButton().isDisabled()).isTrue();
    }

    @Test
    void aWrongPassphraseIsToldAndLeavesNoTraceInItsField(FxRobot robot) {
        drop(robot, practice.official("PPSPM").p12());
        robot.clickOn("#passphrase").write("salah ");
        assertThat(text(robot, "#passphraseHint")).contains("spasi");
        robot.type(KeyCode.ENTER);
        bench.settle();

        assertThat(Seen.notices(robot)).contains("Passphrase salah");
        TextInputControl field = robot.lookup("#passphrase").query();
        assertThat(field.getText()).isEmpty();
        assertThat(field.isUndoable()).isFalse();
        assertThat(field.isFocused()).isTrue();
    }

    @Test
    void aPemIsExplained(FxRobot robot) {
        drop(robot, practice.trustAnchors().resolve("root.pem"));

        assertThat(Seen.notices(robot)).contains(".pem", "LOCK");
        assertThat(robot.lookup("#passphraseBox").query().isVisible()).isFalse();
    }

    @Test
    void anExpiredCertificateIsRedAndDoesNotSign(FxRobot robot) throws IOException {
        bench.openCertificate("EXPIRED");
        bench.choosePackage(practice.packages().resolve("SPM"));

        bench.go(Screen.CERTIFICATE);
        assertThat(text(robot, "#light")).isEqualTo("Tidak dapat dipakai");
        assertThat(Seen.notices(robot)).contains("kedaluwarsa");
        bench.go(Screen.SIGN);
        assertThat(robot.lookup("#sign").queryButton().isDisabled()).isTrue();
    }

    @Test
    void whoDoesNotSignAnSpmIsGreyedWithTheClause(FxRobot robot, @TempDir Path paket) throws IOException {
        Path bare = Folders.copy(practice.packages().resolve("SPM"), paket.resolve("paket"), false);
        bench.choosePackage(bare);
        bench.go(Screen.PACKAGE);
        WindowBench.onWindow(
                () -> bench.model().paket().fields().jenisProperty().set(Optional.of(Jenis.SPM)));
        bench.settle();
        robot.clickOn("#jabatan");

        assertThat(robot.lookup(".combo-box-popup .list-cell").queryAllAs(ListCell.class))
                .filteredOn(cell -> cell.getText() != null && cell.getText().contains("(PPK)"))
                .isNotEmpty()
                .allSatisfy(cell -> {
                    assertThat(cell.isDisabled()).isTrue();
                    assertThat(cell.getText()).contains("tidak berwenang", "Pasal 1(4)");
                });
        robot.clickOn((ListCell<?>) robot.lookup(".combo-box-popup .list-cell").queryAllAs(ListCell.class).stream()
                .filter(cell -> cell.getText() != null && cell.getText().contains("(PPSPM)"))
                .findFirst()
                .orElseThrow());
        assertThat(robot.lookup("#jabatan").queryAs(ComboBox.class).getValue()).hasToString("PPSPM");
    }

    @Test
    void whatThePackageSaysCannotBeTypedOver(FxRobot robot) {
        bench.choosePackage(practice.packages().resolve("SPM"));
        bench.go(Screen.PACKAGE);

        assertThat(robot.lookup("#satker").queryAs(TextField.class).isEditable())
                .isFalse();
        assertThat(robot.lookup("#jenis").query().isDisabled()).isTrue();
    }

    @Test
    void changingTheLanguageKeepsWhatWasDone(FxRobot robot) throws IOException {
        bench.openCertificate("PPSPM");
        bench.choosePackage(practice.packages().resolve("SPM"));
        bench.go(Screen.PACKAGE);
        robot.clickOn("#language");

        assertThat(Seen.notices(robot)).contains("keeps the rules");
        bench.go(Screen.SIGN);
        assertThat(text(robot, "#summary")).contains("signs SPM number 00123A");
        assertThat(robot.lookup("#sign").queryButton().isDisabled()).isFalse();
        bench.go(Screen.CERTIFICATE);
        assertThat(text(robot, "#light")).isEqualTo("Valid");
        robot.press(KeyCode.CONTROL).type(KeyCode.L).release(KeyCode.CONTROL);
        assertThat(text(robot, "#light")).isEqualTo("Berlaku");
    }

    @Test
    void theThemeIsSwitchedByButtonAndByKey(FxRobot robot) {
        assertThat(Application.getUserAgentStylesheet()).isEqualTo(Theme.LIGHT.stylesheet());
        robot.clickOn("#theme");
        assertThat(Application.getUserAgentStylesheet()).isEqualTo(Theme.DARK.stylesheet());
        robot.press(KeyCode.CONTROL).type(KeyCode.T).release(KeyCode.CONTROL);
        assertThat(Application.getUserAgentStylesheet()).isEqualTo(Theme.LIGHT.stylesheet());
    }

    @Test
    void aFaultIsToldByItsCodeAndTheWindowGoesOn(FxRobot robot) {
        Platform.runLater(() -> {
            throw new IllegalStateException("rahasia");
        });
        bench.until(() -> robot.lookup("#curtain").query().isVisible());
        WaitForAsyncUtils.clearExceptions();

        assertThat(robot.lookup(".fault-code").queryAs(Label.class).getText()).matches("Kode kesalahan: [0-9A-F]{8}");
        assertThat(robot.lookup("#details")
                        .match(node -> node instanceof TextInputControl)
                        .queryAs(TextInputControl.class)
                        .getText())
                .contains("IllegalStateException")
                .doesNotContain("rahasia");
        robot.type(KeyCode.ESCAPE);
        assertThat(robot.lookup("#curtain").query().isVisible()).isFalse();
        assertThat(robot.lookup("#go-package").query().isDisabled()).isFalse();
    }

    @Test
    void closingInTheMidstAsksAndTheWayBackGoesOn(FxRobot robot) throws IOException {
        bench.openCertificate("PPSPM");
        bench.choosePackage(practice.packages().resolve("SPM"));
        WindowBench.onWindow(() -> bench.model().sign().sign());
        bench.until(() -> bench.model().sign().state() instanceof SignState.Done);
        bench.sendSigned();
        WindowBench.onWindow(() -> bench.model().sending().userProperty().set("ppspm527010"));
        WindowBench.onWindow(() -> bench.model().sending().send(new char[] {'x'}));
        bench.until(() -> bench.model().sending().state() instanceof SendState.CodeNeeded);
        Stage stage = (Stage) robot.lookup("#root").query().getScene().getWindow();

        WindowBench.onWindow(() -> stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST)));
        assertThat(robot.lookup("#curtain").query().isVisible()).isTrue();
        robot.type(KeyCode.ESCAPE);
        assertThat(stage.isShowing()).isTrue();
        assertThat(bench.model().sending().state()).isInstanceOf(SendState.CodeNeeded.class);

        WindowBench.onWindow(() -> stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST)));
        robot.clickOn("#yes");
        assertThat(stage.isShowing()).isFalse();
        bench.until(() -> bench.model().sending().state() instanceof SendState.Cancelled);
    }

    @Test
    void filesThatALaterStartHandsOverAreTakenIn(FxRobot robot) {
        WindowBench.onWindow(
                () -> bench.window().take(List.of(practice.packages().resolve("SPM"))));
        bench.settle();

        assertThat(Seen.notices(robot)).contains("memenuhi aturan");
    }

    @Test
    void everyScreenIsReachedByItsKey(FxRobot robot) {
        for (Screen screen :
                List.of(Screen.PACKAGE, Screen.SIGN, Screen.SEND, Screen.CERTIFICATE, Screen.SETTINGS, Screen.HOME)) {
            KeyCode digit = KeyCode.valueOf("DIGIT" + screen.digit());
            robot.press(KeyCode.CONTROL).type(digit).release(KeyCode.CONTROL);
            assertThat(bench.model().screenProperty().get()).isEqualTo(screen);
            assertThat(text(robot, "#title")).isNotEmpty();
        }
    }
}
