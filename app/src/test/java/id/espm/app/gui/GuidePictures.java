package id.espm.app.gui;

import static org.assertj.core.api.Assertions.assertThat;

import id.espm.app.gui.bench.PracticeExtension;
import id.espm.app.gui.history.HistoryState;
import id.espm.app.gui.look.Screen;
import id.espm.app.gui.look.ThemeChoice;
import id.espm.app.gui.look.Workplace;
import id.espm.app.gui.practice.PracticeState;
import id.espm.app.gui.send.SendState;
import id.espm.app.gui.sign.SignState;
import id.espm.app.practice.PracticePerson;
import id.espm.sandbox.PracticeFolder;
import id.espm.signer.Jenis;
import id.espm.signer.key.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TableView;
import javafx.scene.image.ImageView;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.AnnotatedElementContext;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.io.TempDirFactory;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Makes the pictures of docs/panduan from the real window: {@code mvn -Ppanduan test}; not run by other builds. */
@ExtendWith({PracticeExtension.class, ApplicationExtension.class})
class GuidePictures {
    private static final Path FOLDER = WindowBench.GUIDE.resolveSibling("gambar");

    private final PracticeFolder practice;
    private final WindowBench bench;

    /** Pictures show where files lie, which is the same each time. */
    @TempDir(factory = SameFolder.class)
    private static Path folder;

    private Scene scene;

    GuidePictures(PracticeFolder practice) {
        this.practice = practice;
        this.bench = new WindowBench(practice);
    }

    @Start
    void start(Stage stage) {
        bench.open(stage, folder.resolve("ditandatangani"));
        scene = stage.getScene();
    }

    @Test
    void everyStepIsSeen() throws IOException, InterruptedException {
        WindowBench.onWindow(() -> bench.window().look(new Workplace.Look(false, ThemeChoice.LIGHT)));
        takePackage();
        practise();
        sign();
        send();
        lookBack();
        WindowBench.onWindow(() -> bench.model().practice().end());
        bench.awaitEnd();

        try (Stream<Path> pictures = Files.list(FOLDER)) {
            assertThat(pictures).allMatch(picture -> picture.toFile().length() > 5_000);
        }
    }

    private void takePackage() {
        bench.go(Screen.PACKAGE);
        bench.choosePackage(practice.packages().resolve("SPM-6"));
        picture("paket-enam");
        WindowBench.onWindow(() -> bench.model().paket().reset());
        Path six = practice.packages().resolve("SPM-6");
        Path other = practice.packages().resolve("SPM").resolve("00124A").resolve("kuitansi.pdf");
        WindowBench.onWindow(() -> {
            bench.model().paket().fields().jenisProperty().set(Optional.of(Jenis.SPM));
            bench.model().paket().take(List.of(six.resolve("00141A.zip"), six.resolve("00142A.zip"), other));
        });
        bench.until(
                () -> !bench.model().paket().foundProperty().get().questions().isEmpty());
        picture("paket-pertanyaan");
        WindowBench.onWindow(() -> bench.model().paket().reset());
        bench.choosePackage(practice.packages().resolve("SPM"));
        picture("paket");
        WindowBench.onWindow(() -> bench.model().paket().reset());
    }

    private void practise() {
        WindowBench.onWindow(() -> bench.model().practice().start());
        bench.until(() -> bench.model().practice().state() instanceof PracticeState.On);
        bench.settle();
        WindowBench.onWindow(() ->
                bench.model().practice().take(bench.model().practice().samples().getFirst()));
        bench.settle();
        picture("latihan");
        bench.go(Screen.CERTIFICATE);
        openCertificate();
        picture("sertifikat");
        bench.go(Screen.SETTINGS);
        picture("pengaturan");
        bench.go(Screen.HOME);
        bench.until(
                () -> !bench.model().home().contentsProperty().get().recent().isEmpty());
        picture("beranda");
    }

    private void openCertificate() {
        PracticePerson person = person();
        WindowBench.onWindow(() -> bench.model()
                .certificate()
                .open(Secret.copyOf(person.passphrase().toCharArray())));
        bench.settle();
    }

    private PracticePerson person() {
        return bench.model().practice().personProperty().get().orElseThrow();
    }

    private void sign() {
        bench.go(Screen.PREVIEW);
        bench.until(() -> !bench.model().preview().preview().documents().isEmpty());
        WindowBench.onWindow(
                () -> ((ComboBox<?>) scene.lookup("#place")).getSelectionModel().select(2));
        bench.until(() -> scene.lookup(".block-handle") != null);
        bench.until(() -> scene.getRoot().lookupAll(".page .image-view").stream()
                .anyMatch(page -> ((ImageView) page).getImage() != null));
        picture("pratinjau");
        bench.go(Screen.SIGN);
        picture("tanda-tangan");
        WindowBench.onWindow(() -> bench.model().sign().sign());
        bench.until(() -> bench.model().sign().state() instanceof SignState.Done);
        picture("selesai");
    }

    private void send() {
        bench.sendSigned();
        picture("kirim");
        WindowBench.onWindow(
                () -> bench.model().sending().send(person().password().toCharArray()));
        bench.until(() -> bench.model().sending().state() instanceof SendState.CodeNeeded);
        bench.until(() -> bench.model().practice().codeProperty().get().isPresent());
        picture("kirim-kode");
        WindowBench.onWindow(() -> bench.model()
                .sending()
                .answerCode(bench.model()
                        .practice()
                        .codeProperty()
                        .get()
                        .orElseThrow()
                        .code()));
        bench.until(() -> bench.model().sending().state() instanceof SendState.Ended);
        bench.until(() -> bench.model().sending().open().isEmpty());
        picture("terkirim");
    }

    private void lookBack() {
        SignState.Done done = (SignState.Done) bench.model().sign().state();
        Path bundle = done.outcomes().getFirst().signed().orElseThrow().bundle();
        WindowBench.onWindow(() -> bench.model().verify().verify(List.of(bundle)));
        bench.go(Screen.VERIFY);
        bench.until(() -> !bench.model().verify().isJudging());
        picture("verifikasi");
        bench.go(Screen.HISTORY);
        bench.until(() -> bench.model().history().state() instanceof HistoryState.Shown);
        WindowBench.onWindow(() ->
                ((TableView<?>) scene.lookup("#table")).getSelectionModel().selectFirst());
        picture("riwayat");
    }

    private void picture(String name) {
        bench.settle();
        bench.picture(FOLDER.resolve(name + ".png"));
    }

    static final class SameFolder implements TempDirFactory {
        @Override
        public Path createTempDirectory(AnnotatedElementContext element, ExtensionContext extension)
                throws IOException {
            return Files.createDirectories(Path.of(System.getProperty("java.io.tmpdir"), "panduan"));
        }
    }
}
