package id.espm.app.gui;

import static org.assertj.core.api.Assertions.assertThat;

import id.espm.app.gui.bench.LayoutCheck;
import id.espm.app.gui.bench.PlayedSender;
import id.espm.app.gui.bench.PracticeExtension;
import id.espm.app.gui.look.Notice;
import id.espm.app.gui.look.Screen;
import id.espm.app.gui.look.ThemeChoice;
import id.espm.app.gui.look.Workplace;
import id.espm.app.gui.sign.SignSettings;
import id.espm.app.gui.update.UpdateState;
import id.espm.app.gui.update.UpdateViewModel.Wish;
import id.espm.app.settings.SettingsFolder;
import id.espm.app.settings.UpdateSettings;
import id.espm.app.settings.UserProfile;
import id.espm.app.signing.ChosenMethod;
import id.espm.app.update.ReleaseKey;
import id.espm.app.update.ReleaseServer;
import id.espm.app.update.ReleaseText;
import id.espm.sandbox.PracticeFolder;
import id.espm.signer.SignerException;
import id.espm.signer.rules.Rules;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.scene.Scene;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TabPane;
import javafx.scene.input.Clipboard;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** A newer version, as somebody at the window hears of it. */
@ExtendWith({PracticeExtension.class, ApplicationExtension.class})
class UpdateFlowTest {
    private static final ReleaseKey KEY = ReleaseKey.make();

    @RegisterExtension
    private static final ReleaseServer SERVER = ReleaseServer.start();

    @TempDir
    private static Path folder;

    private final WindowBench bench;
    private SettingsFolder settings;
    private Stage stage;
    private Scene scene;

    UpdateFlowTest(PracticeFolder practice) {
        this.bench = new WindowBench(practice);
    }

    @BeforeAll
    static void publish() {
        SERVER.serve(KEY.sign(ReleaseText.usual()));
    }

    @Start
    void start(Stage first) throws IOException {
        stage = first;
        Path home = Files.createTempDirectory(folder, "home");
        settings = new SettingsFolder(home.resolve("settings"));
        settings.save(new UserProfile.Builder()
                .updates(new UpdateSettings(Optional.of(SERVER.address()), Set.of(KEY.pin()), false))
                .build());
        SERVER.requests().clear();
        bench.open(first, this::services);
        scene = first.getScene();
    }

    private GuiServices services() {
        SignSettings signing = new SignSettings(
                Rules.builtIn(),
                source -> settings.root(),
                jenis -> "",
                settings.history(),
                ChosenMethod::basic,
                Clock.fixed(Instant.parse(ReleaseText.NOW), ZoneId.of("Asia/Makassar")));
        try {
            return new GuiServices.Builder(settings, signing, new PlayedSender((login, parcel, tokens, listener) -> {
                        throw new IllegalStateException("nothing is sent here");
                    }))
                    .profile(settings.profile())
                    .version("0.1.0")
                    .build();
        } catch (SignerException e) {
            throw new IllegalStateException(e);
        }
    }

    private void untilAnswered() {
        bench.until(() -> model().updates().stateProperty().get() instanceof UpdateState.Answered);
        bench.settle();
    }

    private MainViewModel model() {
        return bench.model();
    }

    private void goToVersion() {
        WindowBench.onWindow(() -> model().showUpdates());
        bench.settle();
    }

    private static boolean isSeen(FxRobot robot, String id) {
        return robot.lookup(id).query().isVisible();
    }

    private static String answer(FxRobot robot) {
        return robot.lookup("#answer").queryAs(Notice.class).getAccessibleText();
    }

    @Test
    void nobodyIsAskedBeforeSomebodyAgreesAndThenItIsToldWhereTheNewVersionIs(FxRobot robot) {
        goToVersion();
        assertThat(robot.lookup("#running").queryAs(Labeled.class).getText()).contains("0.1.0");
        robot.clickOn("#askNow");
        bench.settle();
        assertThat(robot.lookup("#consentText").queryAs(Labeled.class).getText())
                .contains("127.0.0.1", "NIK", "tidak ada yang dipasang");
        robot.clickOn("#decline");
        assertThat(isSeen(robot, "#consent")).isFalse();
        assertThat(SERVER.requests()).isEmpty();

        robot.clickOn("#askNow");
        bench.settle();
        robot.clickOn("#agree");
        untilAnswered();

        assertThat(SERVER.requests()).hasSize(1);
        assertThat(answer(robot)).contains("Ada versi baru: 0.2.0", "30 November 2026", "tidak memasang apa pun");
        robot.clickOn("#openPage");
        assertThat(bench.pages()).containsExactly(URI.create(ReleaseText.PAGE));
        robot.clickOn("#copyPage");
        assertThat(WindowBench.onWindow(() -> Clipboard.getSystemClipboard().getString()))
                .isEqualTo(ReleaseText.PAGE);
    }

    @Test
    void theSwitchIsOffAndHoldsOnceItIsSaved(FxRobot robot) throws Exception {
        goToVersion();
        CheckBox daily = robot.lookup("#daily").query();
        assertThat(daily.isSelected()).isFalse();
        robot.clickOn("#daily");
        bench.settle();
        assertThat(daily.isSelected()).isFalse();
        robot.clickOn("#agree");
        untilAnswered();
        assertThat(daily.isSelected()).isTrue();
        assertThat(isSeen(robot, "#unsaved")).isTrue();
        assertThat(settings.profile().updates().daily()).isFalse();

        robot.clickOn("#save");
        untilAnswered();

        assertThat(settings.profile().updates())
                .isEqualTo(new UpdateSettings(Optional.of(SERVER.address()), Set.of(KEY.pin()), true));
        assertThat(robot.lookup("#tabs")
                        .queryAs(TabPane.class)
                        .getSelectionModel()
                        .getSelectedItem()
                        .getId())
                .isEqualTo("tab-update");
        assertThat(isSeen(robot, "#unsaved")).isFalse();
        assertThat(SERVER.requests()).as("once in a day").hasSize(1);
    }

    @Test
    void aNewVersionIsOneLineAtTheRailThatLeadsToItsPlace(FxRobot robot) {
        assertThat(isSeen(robot, "#news")).isFalse();
        WindowBench.onWindow(() -> {
            model().updates().want(Wish.ONCE);
            model().updates().agree();
        });
        untilAnswered();
        assertThat(model().screenProperty().get()).isEqualTo(Screen.HOME);
        assertThat(robot.lookup("#news").queryButton().getText()).isEqualTo("Versi 0.2.0");

        robot.clickOn("#news");

        assertThat(model().screenProperty().get()).isEqualTo(Screen.SETTINGS);
        assertThat(answer(robot)).contains("0.2.0");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void everythingIsWhollySeenAndReadable(boolean english) {
        LayoutCheck check = new LayoutCheck(scene);
        WindowBench.onWindow(() -> bench.window().look(new Workplace.Look(english, ThemeChoice.LIGHT)));
        goToVersion();
        WindowBench.onWindow(() -> model().updates().want(Wish.DAILY));
        look(check, "update asks", english);
        WindowBench.onWindow(() -> model().updates().agree());
        untilAnswered();
        look(check, "update answered", english);
        WindowBench.onWindow(() -> model().go(Screen.HOME));
        look(check, "update at the rail", english);

        assertThat(check.flaws()).isEmpty();
    }

    private void look(LayoutCheck check, String state, boolean english) {
        for (double scale : List.of(1.25, 1.0, 1.5, 2.0)) {
            WindowBench.onWindow(() -> {
                stage.setWidth(1366 / scale);
                stage.setHeight((768 - 40) / scale - 30);
            });
            bench.settle();
            WindowBench.onWindow(() -> check.look(state + " at " + scale));
            if (scale == 1.25) {
                bench.picture(state + (english ? " en" : ""));
            }
        }
        for (ThemeChoice theme : List.of(ThemeChoice.DARK, ThemeChoice.HIGH_CONTRAST, ThemeChoice.LIGHT)) {
            WindowBench.onWindow(() -> bench.window().look(new Workplace.Look(english, theme)));
            bench.settle();
            WindowBench.onWindow(() -> check.lookAtColours(state + " in " + theme));
        }
    }
}
