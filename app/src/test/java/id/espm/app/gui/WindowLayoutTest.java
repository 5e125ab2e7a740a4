package id.espm.app.gui;

import static org.assertj.core.api.Assertions.assertThat;

import id.espm.app.gui.bench.PracticeExtension;
import id.espm.app.gui.failure.UnexpectedFailure;
import id.espm.app.gui.look.Screen;
import id.espm.app.gui.send.SendState;
import id.espm.app.gui.sign.SignState;
import id.espm.sandbox.PracticeFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Control;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** In every state, both languages and both themes: nothing lies outside the small window, no text is cut, all is named. */
@ExtendWith({PracticeExtension.class, ApplicationExtension.class})
class WindowLayoutTest {
    private final PracticeFolder practice;
    private final WindowBench bench;
    private final List<String> flaws = new ArrayList<>();

    @TempDir
    private static Path folder;

    private Scene scene;

    WindowLayoutTest(PracticeFolder practice) {
        this.practice = practice;
        this.bench = new WindowBench(practice);
    }

    @Start
    void start(Stage stage) throws IOException {
        bench.open(stage, Files.createTempDirectory(folder, "out"));
        scene = stage.getScene();
    }

    @ParameterizedTest
    @CsvSource({"false,false", "true,false", "false,true", "true,true"})
    void everythingIsWhollySeenInEveryState(boolean english, boolean dark, FxRobot robot) throws IOException {
        if (english) {
            robot.clickOn("#language");
        }
        if (dark) {
            robot.clickOn("#theme");
        }
        look("empty");
        bench.go(Screen.CERTIFICATE);
        look("no certificate");
        bench.go(Screen.PACKAGE);
        bench.choosePackage(practice.packages().resolve("SPM-6"));
        look("six");
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
        bench.go(Screen.SIGN);
        look("ready to sign");
        WindowBench.onWindow(() -> bench.model().sign().sign());
        bench.settle();
        look("signed");
        WindowBench.onWindow(() -> bench.model()
                .send(((SignState.Done) bench.model().sign().state())
                        .outcomes().stream()
                                .flatMap(each -> each.signed().stream())
                                .toList()));
        look("send");
        WindowBench.onWindow(() -> bench.model().sending().send(new char[] {'x'}));
        bench.until(() -> bench.model().sending().state() instanceof SendState.CodeNeeded);
        look("code");
        WindowBench.onWindow(() -> bench.model().sending().answerCode(WindowBench.CODE));
        bench.until(() -> !bench.model().sending().state().isBusy());
        look("sent");
        WindowBench.onWindow(
                () -> bench.window().tell(UnexpectedFailure.of(new IllegalStateException(), Instant.EPOCH)));
        look("fault");

        assertThat(flaws).isEmpty();
    }

    private void look(String state) {
        WindowBench.onWindow(() -> {
            scene.getRoot().applyCss();
            scene.getRoot().layout();
            all(scene.getRoot()).filter(WindowLayoutTest::isSeen).forEach(node -> look(state, node));
            lookAtMnemonics(state);
        });
    }

    /** One key with Alt must not mean two things at once. */
    private void lookAtMnemonics(String state) {
        Map<String, List<String>> byKey = all(scene.getRoot())
                .filter(node ->
                        isSeen(node) && !node.isDisabled() && node instanceof Labeled l && l.isMnemonicParsing())
                .map(node -> ((Labeled) node).getText())
                .filter(text -> text != null && text.contains("_"))
                .collect(Collectors.groupingBy(text -> text.substring(text.indexOf('_') + 1, text.indexOf('_') + 2)
                        .toLowerCase(Locale.ROOT)));
        byKey.values().stream()
                .filter(texts -> texts.size() > 1)
                .forEach(texts -> flaws.add(state + ": one mnemonic for " + texts));
    }

    private void look(String state, Node node) {
        if (node instanceof Labeled labeled && !isCell(node)) {
            check(state, node, isWhole(labeled), "is cut");
        }
        if (node instanceof Labeled || node instanceof TextInputControl || node instanceof ComboBoxBase) {
            Bounds bounds = node.localToScene(node.getLayoutBounds());
            boolean inside = bounds.getMinX() >= -1
                    && bounds.getMinY() >= -1
                    && bounds.getMaxX() <= scene.getWidth() + 1
                    && bounds.getMaxY() <= scene.getHeight() + 1;
            check(state, node, inside, "lies outside: " + bounds);
        }
        if (node instanceof Control control && !isCell(node)) {
            check(state, node, isNamed(control), "has no accessible name");
        }
    }

    private void check(String state, Node node, boolean good, String flaw) {
        if (!good) {
            String text = node instanceof Labeled labeled ? " “" + labeled.getText() + "”" : "";
            flaws.add(state + ": " + node.getClass().getSimpleName() + " #" + node.getId() + text + " " + flaw);
        }
    }

    /** A folder's path may be long: its middle is left out, and what is cut in a column stands in its tooltip. */
    private static boolean isWhole(Labeled labeled) {
        if ("folderName".equals(labeled.getId())
                || labeled.getText() == null
                || labeled.getText().isEmpty()) {
            return true;
        }
        Node text = labeled.lookup(".text");
        boolean shortened = text instanceof Text shown
                && shown.getText().endsWith(labeled.getEllipsisString())
                && !labeled.getText().endsWith(labeled.getEllipsisString());
        boolean tooLow = text != null && text.getLayoutBounds().getHeight() > labeled.getHeight() + 1;
        boolean squeezed = !labeled.isWrapText()
                && labeled.getWidth() < Math.floor(labeled.prefWidth(-1)) - 1
                && labeled.getTooltip() == null;
        return !shortened && !tooLow && !squeezed;
    }

    private static boolean isNamed(Control control) {
        if (control instanceof Labeled labeled && !(labeled instanceof Label)) {
            return isSaid(labeled.getText()) || isSaid(labeled.getAccessibleText());
        }
        if (control instanceof TextInputControl
                || control instanceof ComboBoxBase
                || control instanceof TableView
                || control instanceof ProgressIndicator) {
            return isSaid(control.getAccessibleText());
        }
        return true;
    }

    private static boolean isSaid(String text) {
        return text != null && !text.isBlank();
    }

    private static boolean isCell(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at instanceof IndexedCell || at instanceof ScrollBar) {
                return true;
            }
        }
        return false;
    }

    private static boolean isSeen(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }

    private static Stream<Node> all(Node node) {
        return node instanceof Parent parent
                ? Stream.concat(
                        Stream.of(node),
                        parent.getChildrenUnmodifiable().stream().flatMap(WindowLayoutTest::all))
                : Stream.of(node);
    }
}
