package id.espm.app.gui.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import id.espm.app.gui.bench.SamplePdfs;
import id.espm.app.gui.look.Screens;
import id.espm.app.gui.look.Words;
import id.espm.app.gui.work.Background;
import id.espm.signer.pdf.appearance.PageArea;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class PagesViewTest {
    private static final long FEW_BYTES = 8 << 20;

    @TempDir
    private static Path folder;

    private final List<Throwable> unexpected = new ArrayList<>();
    private PagesViewModel model;
    private PagesView view;
    private ScrollPane scroll;

    @Start
    void start(Stage stage) {
        model = new PagesViewModel(new Background(Platform::runLater, unexpected::add), FEW_BYTES);
        view = new PagesView(model, Words.of(Locale.of("id"), ZoneOffset.UTC), "kosong");
        stage.setScene(new Scene(Screens.load(view, Words.of(Locale.of("id"), ZoneOffset.UTC)), 500, 600));
        stage.show();
        scroll = (ScrollPane) stage.getScene().lookup("#scroll");
    }

    private static void onWindow(Runnable action) {
        WaitForAsyncUtils.waitFor(WaitForAsyncUtils.asyncFx(action));
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void until(Callable<Boolean> condition) {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> WaitForAsyncUtils.waitFor(WaitForAsyncUtils.asyncFx(condition)));
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void show(Path pdf) {
        onWindow(() -> model.show(PageFile.of(pdf)));
        until(() -> !(model.state() instanceof PagesState.Opening));
    }

    private List<PageNode> nodes() {
        return scroll.getContent().lookupAll(".page").stream()
                .map(PageNode.class::cast)
                .toList();
    }

    private Set<String> names() {
        return nodes().stream().map(PageNode::getAccessibleText).collect(Collectors.toSet());
    }

    private void untilDrawn() {
        until(() -> nodes().stream().allMatch(PageNode::hasPicture));
    }

    @Test
    void theFirstPageAppearsAndOnlyThoseInViewExist() throws IOException {
        show(SamplePdfs.plain(folder.resolve("plain.pdf"), 100));
        untilDrawn();
        assertThat(names()).containsExactlyInAnyOrder("Halaman 1 dari 100", "Halaman 2 dari 100");

        onWindow(() -> scroll.setVvalue(0.5));
        untilDrawn();
        assertThat(names()).contains("Halaman 50 dari 100").hasSizeLessThanOrEqualTo(4);
        assertThat(model.pageProperty().get()).isEqualTo(49);
        assertThat(unexpected).isEmpty();
    }

    @Test
    void howeverMuchIsScrolledThePicturesStayWithinTheirBytes() throws IOException {
        show(SamplePdfs.scan(folder.resolve("scan.pdf"), 30));
        for (int page = 0; page < 30; page++) {
            int there = page;
            onWindow(() -> model.go(there));
            untilDrawn();
            long most = FEW_BYTES
                    + 3
                            * model.picture(there)
                                    .orElseThrow()
                                    .picture()
                                    .orElseThrow()
                                    .bytes();
            assertThat(model.pictures().values().stream()
                            .mapToLong(d -> d.picture().orElseThrow().bytes())
                            .sum())
                    .isLessThanOrEqualTo(most);
        }
        assertThat(model.pictures()).hasSizeLessThan(30).containsKey(29).doesNotContainKey(0);
    }

    @Test
    void aPictureThatCannotBeReadIsSpokenOf(FxRobot robot) throws IOException {
        show(SamplePdfs.unreadablePicture(folder.resolve("unreadable.pdf")));
        untilDrawn();

        assertThat(robot.lookup(".page-word").queryAs(Label.class).getText()).contains("gambar", "tidak dapat dibaca");
    }

    @Test
    void keysAndThePageNumberGoToPages(FxRobot robot) throws IOException {
        show(SamplePdfs.plain(folder.resolve("keys.pdf"), 20));
        onWindow(scroll::requestFocus);
        robot.type(KeyCode.END);
        assertThat(model.pageProperty().get()).isEqualTo(19);
        robot.type(KeyCode.HOME);
        assertThat(model.pageProperty().get()).isZero();
        robot.type(KeyCode.PAGE_DOWN, 2);
        assertThat(model.pageProperty().get()).isPositive();

        TextField number = robot.lookup("#number").queryAs(TextField.class);
        robot.doubleClickOn(number).write("7").type(KeyCode.ENTER);
        assertThat(model.pageProperty().get()).isEqualTo(6);
        assertThat(number.getText()).isEqualTo("7");
        robot.doubleClickOn(number).write("999").type(KeyCode.ENTER);
        assertThat(model.pageProperty().get()).isEqualTo(19);
    }

    @Test
    void zoomingKeepsThePageAndDrawsItSharply(FxRobot robot) throws IOException {
        show(SamplePdfs.plain(folder.resolve("zoom.pdf"), 10));
        onWindow(() -> model.go(4));
        onWindow(scroll::requestFocus);
        onWindow(() -> model.zoomProperty().set(new Zoom.Percent(400)));
        untilDrawn();

        assertThat(model.pageProperty().get()).isEqualTo(4);
        assertThat(robot.lookup(".page-percent").queryAs(Label.class).getText()).isEqualTo("400%");
        until(() -> model.picture(4).orElseThrow().picture().orElseThrow().width() > 2300);

        robot.press(KeyCode.CONTROL).type(KeyCode.DIGIT0).release(KeyCode.CONTROL);
        assertThat(model.zoomProperty().get()).isEqualTo(Zoom.FIT_WIDTH);
        robot.press(KeyCode.CONTROL).type(KeyCode.EQUALS).release(KeyCode.CONTROL);
        assertThat(model.zoomProperty().get()).isInstanceOf(Zoom.Percent.class);
        assertThat(model.pageProperty().get()).isEqualTo(4);
    }

    @Test
    void pagesOfAnySizeAndRotationStandUpright() throws IOException {
        show(SamplePdfs.mixed(folder.resolve("mixed.pdf")));
        onWindow(() -> model.zoomProperty().set(new Zoom.Percent(50)));
        for (int page = 0; page < 6; page++) {
            int there = page;
            onWindow(() -> model.go(there));
            untilDrawn();
            PageNode node = nodes().stream()
                    .filter(n -> n.getAccessibleText().startsWith("Halaman " + (there + 1) + " "))
                    .findFirst()
                    .orElseThrow();
            double picture = (double) model.picture(there)
                            .orElseThrow()
                            .picture()
                            .orElseThrow()
                            .width()
                    / model.picture(there).orElseThrow().picture().orElseThrow().height();
            assertThat(picture).isCloseTo(node.getWidth() / node.getHeight(), within(0.02));
        }
    }

    @Test
    void aMarkLiesWhereItsRectangleIsDrawn() throws IOException {
        show(SamplePdfs.mixed(folder.resolve("marks.pdf")));
        onWindow(() -> model.zoomProperty().set(new Zoom.Percent(100)));
        for (int page = 0; page < 6; page++) {
            float left = page == 5 ? 120 : 20;
            float bottom = page == 5 ? 220 : 20;
            int there = page;
            onWindow(() -> {
                model.marks()
                        .setAll(List.of(new PageMark(
                                new PageArea(there, left, bottom, left + 60, bottom + 40),
                                PageMark.Kind.CHANGED,
                                "x")));
                model.go(there);
            });
            untilDrawn();
            until(() -> model.picture(there).orElseThrow().scale() > 1.3);
            Region mark = (Region) scroll.getContent().lookup(".page-mark");
            PagePictureAt at = new PagePictureAt(model, there, 96.0 / 72);
            assertThat(at.coloured(mark.getLayoutX() + 3, mark.getLayoutY() + 3))
                    .isTrue();
            assertThat(at.coloured(mark.getLayoutX() + mark.getWidth() - 3, mark.getLayoutY() + mark.getHeight() - 3))
                    .isTrue();
            assertThat(at.coloured(mark.getLayoutX() - 3, mark.getLayoutY() - 3))
                    .isFalse();
            assertThat(at.coloured(mark.getLayoutX() + mark.getWidth() + 3, mark.getLayoutY() + mark.getHeight() + 3))
                    .isFalse();
        }
    }

    private record PagePictureAt(PagesViewModel model, int page, double scale) {
        /** Whether the picture is not white at a place, given in the window's units. */
        boolean coloured(double x, double y) {
            var drawn = model.picture(page).orElseThrow();
            var picture = drawn.picture().orElseThrow();
            double dots = drawn.scale() / scale;
            int dot = picture.argb()[(int) (y * dots) * picture.width() + (int) (x * dots)];
            return dot != -1;
        }
    }

    @Test
    void aDocumentThatCannotBeShownIsToldInWords(FxRobot robot) throws IOException {
        show(SamplePdfs.encrypted(folder.resolve("encrypted.pdf")));
        assertThat(model.state()).isInstanceOf(PagesState.Failed.class);
        assertThat(robot.lookup(".notice-happened").queryAs(Label.class).getText())
                .contains("encrypted.pdf");

        show(SamplePdfs.damaged(folder.resolve("damaged.pdf")));
        assertThat(robot.lookup(".notice-happened").queryAs(Label.class).getText())
                .contains("damaged.pdf");

        show(folder.resolve("missing.pdf"));
        assertThat(model.state()).isInstanceOf(PagesState.Failed.class);

        show(SamplePdfs.plain(folder.resolve("good.pdf"), 1));
        untilDrawn();
        assertThat(unexpected).isEmpty();
    }

    @Test
    void onAPageThatDoesNotComeToAnEndTheOthersAreDrawn() throws IOException {
        show(SamplePdfs.endless(folder.resolve("endless.pdf")));
        until(() -> model.picture(1).isPresent());
        assertThat(model.picture(1).orElseThrow().picture()).isEmpty();
        onWindow(() -> model.go(2));
        until(() -> model.picture(2).isPresent());
        assertThat(model.picture(2).orElseThrow().picture()).isPresent();
        assertThat(unexpected).isEmpty();
    }
}
