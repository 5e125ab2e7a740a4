package id.espm.app.gui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import id.espm.app.gui.bench.Folders;
import id.espm.app.gui.bench.PracticeExtension;
import id.espm.app.gui.look.Screen;
import id.espm.app.gui.preview.PreviewViewModel;
import id.espm.app.gui.sign.SignState;
import id.espm.sandbox.PracticeFolder;
import id.espm.signer.bundle.BundleExtractor;
import id.espm.signer.pdf.appearance.template.Place;
import id.espm.signer.pdf.appearance.template.Template;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** A place that is chosen on the screen is where the signature stands in the signed file. */
@ExtendWith({PracticeExtension.class, ApplicationExtension.class})
class PreviewWindowTest {
    private static final double MM = 72 / 25.4;

    private final PracticeFolder practice;
    private final WindowBench bench;

    @TempDir
    private static Path folder;

    private Path out;

    PreviewWindowTest(PracticeFolder practice) {
        this.practice = practice;
        this.bench = new WindowBench(practice);
    }

    @Start
    void start(Stage stage) throws Exception {
        out = Files.createTempDirectory(folder, "out").resolve("ditandatangani");
        bench.open(stage, out);
    }

    private PreviewViewModel preview() {
        return bench.model().preview().preview();
    }

    private Template template() {
        return preview()
                .appearancesProperty()
                .get()
                .of(preview().selectedProperty().get().orElseThrow().file())
                .visible()
                .orElseThrow()
                .template();
    }

    private void openPackage() {
        bench.choosePackage(practice.packages().resolve("SPM"));
        bench.until(() -> !preview().documents().isEmpty());
        WindowBench.onWindow(() -> bench.model().go(Screen.PREVIEW));
    }

    @Test
    void draggedByMouseMovedByKeysAndSignedThere(FxRobot robot) throws Exception {
        bench.openCertificate("PPSPM");
        openPackage();
        ComboBox<?> place = robot.lookup("#place").queryComboBox();
        WindowBench.onWindow(() -> place.getSelectionModel().select(1));
        bench.until(() -> !robot.lookup(".block-handle").queryAll().isEmpty());
        assertThat(template().place()).isEqualTo(Place.InCorner.of(Place.Corner.KIRI_ATAS));

        Node block = robot.lookup(".block-handle").query();
        robot.moveTo(block)
                .press(MouseButton.PRIMARY)
                .moveBy(40, 60)
                .moveBy(20, 30)
                .release(MouseButton.PRIMARY);
        Place.AtPoint dragged = (Place.AtPoint) template().place();
        assertThat(dragged.left().mm()).isGreaterThan(12);
        assertThat(dragged.top().mm()).isGreaterThan(12);

        robot.type(KeyCode.RIGHT, 3).type(KeyCode.DOWN);
        robot.press(KeyCode.SHIFT).type(KeyCode.DOWN).release(KeyCode.SHIFT);
        Place.AtPoint moved = (Place.AtPoint) template().place();
        assertThat(moved.left().points() - dragged.left().points()).isCloseTo(3 * MM, within(0.1));
        assertThat(moved.top().points() - dragged.top().points()).isCloseTo(MM, within(0.1));
        assertThat(template().size().height().mm()).isCloseTo(31, within(0.1));

        robot.press(KeyCode.CONTROL).type(KeyCode.Z).release(KeyCode.CONTROL);
        assertThat(template().size().height().mm()).isCloseTo(30, within(0.1));

        WindowBench.onWindow(() -> bench.model().sign().sign());
        bench.until(() -> bench.model().sign().state() instanceof SignState.Done);
        Path bundle = out.resolve(Folders.names(out).getFirst());
        Path signed = BundleExtractor.extract(bundle, folder.resolve("keluar"), false).stream()
                .map(BundleExtractor.Extracted::file)
                .filter(file -> file.endsWith("00123A-spm.pdf"))
                .findFirst()
                .orElseThrow();
        try (PDDocument document = Loader.loadPDF(signed.toFile())) {
            PDRectangle widget = document.getSignatureFields()
                    .getFirst()
                    .getWidgets()
                    .getFirst()
                    .getRectangle();
            PDRectangle page = document.getPage(0).getCropBox();
            assertThat(widget.getLowerLeftX()).isCloseTo((float) moved.left().points(), within(0.1f));
            assertThat(page.getUpperRightY() - widget.getUpperRightY())
                    .isCloseTo((float) moved.top().points(), within(0.1f));
        }
        Process pdfsig = new ProcessBuilder("pdfsig", "-nocert", signed.toString())
                .redirectErrorStream(true)
                .start();
        assertThat(new String(pdfsig.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .contains("Signature is Valid", "Total document signed");
    }

    @Test
    void whatWasNotAskedForIsNotSeen(FxRobot robot) {
        openPackage();

        assertThat(robot.lookup("#place").queryComboBox().getItems()).hasSize(5);
        assertThat(robot.lookup(".block-handle").queryAll()).isEmpty();
        assertThat(robot.lookup("#undo").queryButton().isDisabled()).isTrue();
    }
}
