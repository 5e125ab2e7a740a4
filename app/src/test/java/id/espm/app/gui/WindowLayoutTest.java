package id.espm.app.gui;

import static org.assertj.core.api.Assertions.assertThat;

import id.espm.app.gui.bench.LayoutCheck;
import id.espm.app.gui.bench.PracticeExtension;
import id.espm.app.gui.failure.UnexpectedFailure;
import id.espm.app.gui.history.HistoryState;
import id.espm.app.gui.look.Screen;
import id.espm.app.gui.look.ThemeChoice;
import id.espm.app.gui.look.Workplace;
import id.espm.app.gui.practice.PracticeState;
import id.espm.app.gui.send.SendState;
import id.espm.app.gui.settings.SettingsField;
import id.espm.app.practice.PracticePerson;
import id.espm.sandbox.PracticeFolder;
import id.espm.signer.Jenis;
import id.espm.signer.key.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/**
 * In every state, both languages, all themes, and on a laptop of 1366x768 at each usual scale: nothing lies outside the window,
 * no text is cut, all is named, and every text can be read (WCAG 2.2, level AA).
 */
@ExtendWith({PracticeExtension.class, ApplicationExtension.class})
class WindowLayoutTest {
    private final PracticeFolder practice;
    private final WindowBench bench;
    private LayoutCheck check;
    private boolean english;

    @TempDir
    private static Path folder;

    private Stage stage;
    private Scene scene;

    WindowLayoutTest(PracticeFolder practice) {
        this.practice = practice;
        this.bench = new WindowBench(practice);
    }

    @Start
    void start(Stage stage) throws IOException {
        bench.open(stage, Files.createTempDirectory(folder, "out"));
        this.stage = stage;
        scene = stage.getScene();
        check = new LayoutCheck(scene);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void everythingIsWhollySeenAndReadableInEveryState(boolean spoken) throws IOException {
        english = spoken;
        show(ThemeChoice.LIGHT);
        look("empty");
        bench.go(Screen.CERTIFICATE);
        look("no certificate");
        bench.go(Screen.PACKAGE);
        bench.choosePackage(practice.packages().resolve("SPM-6"));
        look("six");
        WindowBench.onWindow(() -> bench.model().paket().split());
        bench.settle();
        look("split");
        WindowBench.onWindow(() -> bench.model().paket().reset());
        look("drafts");
        lookAtQuestions();
        bench.openCertificate("EXPIRED");
        bench.go(Screen.CERTIFICATE);
        look("expired");
        WindowBench.onWindow(() ->
                bench.model().certificate().choose(practice.official("PPSPM").p12()));
        bench.settle();
        look("chosen");
        bench.openCertificate("PPSPM");
        look("opened");
        bench.go(Screen.PACKAGE);
        bench.choosePackage(practice.packages().resolve("SPM"));
        look("ready");
        bench.go(Screen.PREVIEW);
        bench.until(() -> !bench.model().preview().preview().documents().isEmpty());
        look("preview");
        WindowBench.onWindow(
                () -> ((ComboBox<?>) scene.lookup("#place")).getSelectionModel().selectLast());
        look("preview with a block");
        bench.go(Screen.SIGN);
        look("ready to sign");
        WindowBench.onWindow(() -> bench.model().sign().sign());
        bench.settle();
        look("signed");
        bench.go(Screen.VERIFY);
        look("nothing verified");
        WindowBench.onWindow(() -> bench.model().verify().verify(List.of(folder)));
        bench.until(() -> !bench.model().verify().isJudging());
        look("verified");
        bench.sendSigned();
        look("send");
        WindowBench.onWindow(() -> bench.model().sending().send(new char[] {'x'}));
        bench.until(() -> bench.model().sending().state() instanceof SendState.CodeNeeded);
        look("code");
        WindowBench.onWindow(() -> bench.model().sending().answerCode(WindowBench.CODE));
        bench.until(() -> !bench.model().sending().state().isBusy());
        look("sent");
        bench.go(Screen.HISTORY);
        bench.until(() -> bench.model().history().state() instanceof HistoryState.Shown);
        look("history");
        WindowBench.onWindow(() ->
                ((TableView<?>) scene.lookup("#table")).getSelectionModel().selectFirst());
        look("history, one chosen");
        WindowBench.onWindow(() -> bench.model().history().check());
        bench.until(() -> bench.model().history().state() instanceof HistoryState.Checked);
        look("history checked");
        WindowBench.onWindow(() -> bench.model().history().searchProperty().set("xyz"));
        bench.until(() -> bench.model().history().state() instanceof HistoryState.Shown);
        look("nothing found");
        WindowBench.onWindow(
                () -> bench.window().tell(UnexpectedFailure.of(new IllegalStateException(), Instant.EPOCH)));
        look("fault");

        assertThat(check.flaws()).isEmpty();
    }

    private void lookAtQuestions() {
        Path six = practice.packages().resolve("SPM-6");
        Path spm = practice.packages().resolve("SPM");
        WindowBench.onWindow(() -> {
            bench.model().paket().fields().jenisProperty().set(Optional.of(Jenis.SPM));
            bench.model()
                    .paket()
                    .take(List.of(
                            six.resolve("00141A.zip"),
                            six.resolve("00142A.zip"),
                            spm.resolve("00124A").resolve("kuitansi.pdf")));
        });
        bench.until(
                () -> !bench.model().paket().foundProperty().get().questions().isEmpty());
        look("question");
        WindowBench.onWindow(() -> bench.model().paket().reset());
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void practiceAndTheSettingsAreWhollySeenAndReadable(boolean spoken) throws IOException, InterruptedException {
        english = spoken;
        show(ThemeChoice.LIGHT);
        lookAtSettings("settings");
        WindowBench.onWindow(() -> bench.model().practice().start());
        bench.until(() -> bench.model().practice().state() instanceof PracticeState.On);
        bench.settle();
        look("practice, unseen");
        PracticePerson person = bench.model().practice().personProperty().get().orElseThrow();
        WindowBench.onWindow(() -> bench.model()
                .certificate()
                .open(Secret.copyOf(person.passphrase().toCharArray())));
        bench.settle();
        WindowBench.onWindow(() ->
                bench.model().practice().take(bench.model().practice().samples().getFirst()));
        bench.settle();
        look("practice, package");
        bench.go(Screen.HOME);
        bench.until(
                () -> !bench.model().home().contentsProperty().get().recent().isEmpty());
        look("practice, home");
        bench.go(Screen.CERTIFICATE);
        look("practice, certificate");
        lookAtSettings("practice, settings");
        WindowBench.onWindow(() -> bench.model().practice().end());
        bench.awaitEnd();

        assertThat(check.flaws()).isEmpty();
    }

    private void lookAtSettings(String state) {
        bench.go(Screen.SETTINGS);
        TabPane tabs = (TabPane) scene.lookup("#tabs");
        for (Tab tab : tabs.getTabs()) {
            String id = tab.getId();
            WindowBench.onWindow(() -> tabs.getSelectionModel().select(tab));
            look(state + " " + id);
        }
        WindowBench.onWindow(() -> {
            tabs.getSelectionModel().selectFirst();
            bench.model().setup().form().text(SettingsField.SATKER).set("x");
            bench.model().setup().form().text(SettingsField.KPPN).set("x");
        });
        look(state + " wrong");
        WindowBench.onWindow(() -> {
            tabs.getSelectionModel().select(4);
            bench.model().setup().trust().offer(practice.trustAnchors().resolve("root.pem"));
        });
        bench.until(() -> !bench.model().setup().trust().offeredProperty().get().isEmpty());
        look(state + " offered");
    }

    /** Looks at a state in each size, and in each theme. */
    private void look(String state) {
        for (double scale : List.of(1.25, 1.0, 1.5, 2.0)) {
            WindowBench.onWindow(() -> resize(scale));
            WindowBench.onWindow(() -> {
                layOut();
                check.look(state + " at " + scale);
            });
            bench.picture(named(state, (int) (100 * scale)));
        }
        for (ThemeChoice theme : List.of(ThemeChoice.DARK, ThemeChoice.HIGH_CONTRAST, ThemeChoice.LIGHT)) {
            show(theme);
            WindowBench.onWindow(() -> {
                layOut();
                check.lookAtColours(state + " in " + theme);
            });
            bench.picture(named(state, theme));
        }
    }

    private String named(String state, Object how) {
        return state + (english ? " en " : " id ") + how;
    }

    private void show(ThemeChoice theme) {
        WindowBench.onWindow(() -> bench.window().look(new Workplace.Look(english, theme)));
    }

    private void layOut() {
        scene.getRoot().applyCss();
        scene.getRoot().layout();
    }

    /** What is left of the screen beside the task bar and the window's title. */
    private void resize(double scale) {
        stage.setWidth(1366 / scale);
        stage.setHeight((768 - 40) / scale - 30);
    }
}
