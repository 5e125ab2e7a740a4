package id.espm.app.gui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import id.espm.app.gui.ask.AskView;
import id.espm.app.gui.ask.Question;
import id.espm.app.gui.bench.PracticeExtension;
import id.espm.app.gui.certificate.PassphraseView;
import id.espm.app.gui.cosign.CosignView;
import id.espm.app.gui.failure.UnexpectedFailure;
import id.espm.app.gui.failure.UnexpectedView;
import id.espm.app.gui.look.FilePicker;
import id.espm.app.gui.look.ScreenView;
import id.espm.app.gui.look.Screens;
import id.espm.app.gui.look.Theme;
import id.espm.app.gui.look.WindowContext;
import id.espm.app.gui.look.Words;
import id.espm.app.gui.page.PagesView;
import id.espm.app.gui.practice.PracticeView;
import id.espm.app.gui.preview.TemplatesView;
import id.espm.app.gui.settings.TrustView;
import id.espm.app.gui.update.UpdateView;
import id.espm.sandbox.PracticeFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith({PracticeExtension.class, ApplicationExtension.class})
class ViewsLoadTest {
    private final WindowBench bench;

    @TempDir
    private static Path folder;

    ViewsLoadTest(PracticeFolder practice) {
        this.bench = new WindowBench(practice);
    }

    @Start
    void start(Stage stage) {
        bench.open(stage, folder);
    }

    private List<ScreenView> views(Words words) {
        MainViewModel model = bench.model();
        WindowContext context = new WindowContext(words, new NoFiles(), file -> {}, model, bench.window());
        return Stream.concat(
                        new ScreenSet(model, context, page -> {}).views(),
                        Stream.of(
                                new MainView(model, context, new Guide(Optional.empty(), page -> {})),
                                new PassphraseView(model.certificate(), words),
                                new AskView(Question.CLOSE_SENDING, words, yes -> {}),
                                new PagesView(model.verify().pages(), words, ""),
                                new TemplatesView(
                                        model.preview().templates(),
                                        model.preview().preview(),
                                        words),
                                new CosignView(model.cosign(), model.operator(), context, file -> {}),
                                new PracticeView(model.practice(), context),
                                new TrustView(model.setup().trust(), words, new NoFiles()),
                                new UpdateView(model.updates(), words, page -> {}),
                                new UnexpectedView(
                                        UnexpectedFailure.of(new AssertionError(), Instant.EPOCH), words, () -> {})))
                .toList();
    }

    private static final class NoFiles implements FilePicker {
        @Override
        public List<Path> files(String title, List<FilePicker.Kind> kinds) {
            return List.of();
        }

        @Override
        public Optional<Path> save(String title, String suggested, FilePicker.Kind kind) {
            return Optional.empty();
        }

        @Override
        public Optional<Path> certificate(String title, String kindOfP12, String anyKind) {
            return Optional.empty();
        }

        @Override
        public Optional<Path> file(String title) {
            return Optional.empty();
        }

        @Override
        public Optional<Path> folder(String title) {
            return Optional.empty();
        }
    }

    @ParameterizedTest
    @CsvSource({"id,LIGHT", "id,DARK", "id,HIGH_CONTRAST", "en,LIGHT", "en,DARK", "en,HIGH_CONTRAST"})
    void everyViewLoads(String language, Theme theme) {
        Words words = Words.of(Locale.of(language), ZoneOffset.UTC);
        WindowBench.onWindow(() -> {
            Application.setUserAgentStylesheet(theme.stylesheet());
            for (ScreenView view : views(words)) {
                assertThatCode(() -> {
                            Scene scene = new Scene(Screens.load(view, words));
                            scene.getStylesheets().addAll(theme.tokens());
                            scene.getStylesheets().add(SignerWindow.stylesheet());
                            scene.getRoot().applyCss();
                            scene.getRoot().layout();
                        })
                        .as(view.getClass().getSimpleName())
                        .doesNotThrowAnyException();
                view.close();
            }
        });
    }

    @Test
    void everyFxmlIsLoadedByTheTestAbove() throws IOException {
        List<String> loaded = views(Words.of(Locale.ENGLISH, ZoneOffset.UTC)).stream()
                .map(view -> view.getClass().getSimpleName() + ".fxml")
                .toList();
        try (Stream<Path> files = Files.walk(Path.of("src/main/resources/id/espm/app/gui"))) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".fxml")))
                    .containsExactlyInAnyOrderElementsOf(loaded);
        }
    }
}
