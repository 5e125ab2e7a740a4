package id.espm.app.gui.verify;

import static org.assertj.core.api.Assertions.assertThat;

import id.espm.app.gui.bench.PracticeExtension;
import id.espm.app.gui.bench.SamplePdfs;
import id.espm.app.gui.bench.SignedSamples;
import id.espm.app.gui.bench.UiQueue;
import id.espm.app.gui.look.Notice;
import id.espm.app.gui.look.Words;
import id.espm.app.gui.page.PagesState;
import id.espm.app.gui.verify.VerifyState.Idle;
import id.espm.app.gui.verify.VerifyState.Saved;
import id.espm.sandbox.PracticeFolder;
import id.espm.signer.network.Proxies;
import id.espm.signer.rules.Rules;
import id.espm.signer.trust.TrustAnchors;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(PracticeExtension.class)
class VerifyViewModelTest {
    private static final Words WORDS = Words.of(Locale.of("id"), ZoneOffset.UTC);

    private final PracticeFolder practice;
    private final UiQueue ui = new UiQueue();

    @TempDir
    private Path folder;

    private Path bundle;
    private VerifyViewModel model;

    VerifyViewModelTest(PracticeFolder practice) {
        this.practice = practice;
    }

    @BeforeEach
    void open() throws Exception {
        bundle = SignedSamples.bundle(practice, folder).bundle();
        model = new VerifyViewModel(
                ui.background(),
                new VerifySettings(
                        TrustAnchors.read(practice.trustAnchors()),
                        Rules.builtIn(),
                        Clock.systemUTC(),
                        Proxies.none()));
    }

    private void verify(Path... files) {
        model.verify(List.of(files));
        ui.until(() -> !model.isJudging());
    }

    private VerdictLook look() {
        return VerdictLook.of(model.selectedProperty().get().orElseThrow(), WORDS);
    }

    @Test
    void aGoodBundleIsToldInOneLineWithTheDocumentsInside() {
        verify(bundle);

        assertThat(look().word()).isEqualTo("ASLI DAN SAH");
        assertThat(look().kind()).isEqualTo(Notice.Kind.GOOD);
        assertThat(model.selectedProperty().get().orElseThrow().inside())
                .extracting(VerifyItem::name)
                .contains("lampiran/00123A-spm.pdf");
        assertThat(ui.unexpected()).isEmpty();
    }

    @Test
    void aTamperedBundleSaysAtFirstSightWhatIsBroken() throws Exception {
        verify(SignedSamples.tampered(bundle, folder.resolve("diubah.asice")));

        assertThat(look().word()).startsWith("TIDAK SAH");
        assertThat(look().kind()).isEqualTo(Notice.Kind.BAD);
        assertThat(look().reasons()).anySatisfy(reason -> assertThat(reason).contains(".pdf"));
    }

    @Test
    void aForeignFileIsNotCalledWrong() throws Exception {
        verify(SamplePdfs.plain(folder.resolve("biasa.pdf"), 1));

        assertThat(look().word()).isEqualTo("BELUM DITANDATANGANI SECARA ELEKTRONIK");
        assertThat(look().kind()).isEqualTo(Notice.Kind.INFO);
        assertThat(look().next()).doesNotContain("--");
    }

    @Test
    void whatIsNotThereIsToldAndTheOthersAreJudged() {
        verify(folder.resolve("hilang.pdf"), bundle);

        assertThat(model.files()).hasSize(2);
        assertThat(look().word()).isEqualTo("TIDAK DAPAT DIBACA");
        assertThat(look().reasons().getFirst()).contains("hilang.pdf");
    }

    @Test
    void whatIsGivenMeanwhileIsJudgedAfterwards() throws Exception {
        Path plain = SamplePdfs.plain(folder.resolve("biasa.pdf"), 1);
        model.verify(List.of(bundle));
        model.verify(List.of(plain));
        ui.until(() -> model.files().size() == 2 && model.state() instanceof Idle);

        assertThat(model.files()).extracting(VerifiedFile::name).containsExactly(name(bundle), "biasa.pdf");
    }

    @Test
    void aFolderIsSearchedAndOneWithoutSignedFilesIsSaid() throws Exception {
        verify(folder);
        assertThat(model.files()).extracting(VerifiedFile::name).containsExactly(name(bundle));

        verify(Files.createDirectory(folder.resolve("kosong")));
        assertThat(model.state()).isEqualTo(new VerifyState.NothingFound());
    }

    @Test
    void judgingTheSameFileAgainTakesItsPlace() {
        verify(bundle);
        model.again();
        ui.until(() -> !model.isJudging());

        assertThat(model.files()).hasSize(1);
    }

    @Test
    void aDocumentInABundleIsOpenedInPlace() {
        verify(bundle);
        VerifyItem pdf = model.selectedProperty().get().orElseThrow().inside().stream()
                .filter(item -> item.name().endsWith(".pdf"))
                .findFirst()
                .orElseThrow();
        model.selectedProperty().set(Optional.of(pdf));
        ui.until(() -> !(model.pages().state() instanceof PagesState.Opening));

        assertThat(model.pages().state()).isInstanceOf(PagesState.Shown.class);
    }

    @Test
    void theReportIsSavedForPeopleAndForPrograms() throws Exception {
        verify(bundle);
        for (String name : List.of("laporan.pdf", "laporan.json")) {
            Path target = folder.resolve(name);
            model.save(target, WORDS.shared());
            ui.until(() -> model.state().equals(new Saved(target)));
        }

        assertThat(Files.readString(folder.resolve("laporan.pdf"), StandardCharsets.ISO_8859_1))
                .startsWith("%PDF-");
        assertThat(Files.readString(folder.resolve("laporan.json")))
                .contains("\"verdict\" : \"VALID\"", "Siti Rahayu Latihan", "lampiran/00123A-spm.pdf");
    }

    @Test
    void aCancelledRunKeepsWhatWasFoundAndLeavesNothingGoingOn() {
        model.verify(List.of(bundle));
        model.cancel();
        ui.until(() -> !model.isJudging());

        assertThat(model.state()).isInstanceOfAny(VerifyState.Cancelled.class, Idle.class);
        assertThat(ui.unexpected()).isEmpty();
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }
}
