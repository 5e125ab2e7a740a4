package id.espm.app.gui.preview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import id.espm.app.draft.DraftFolder;
import id.espm.app.drawing.PagePicture;
import id.espm.app.gui.bench.Folders;
import id.espm.app.gui.bench.Packages;
import id.espm.app.gui.bench.PracticeExtension;
import id.espm.app.gui.bench.SamplePdfs;
import id.espm.app.gui.bench.UiQueue;
import id.espm.app.gui.certificate.CertificateState;
import id.espm.app.gui.certificate.CertificateViewModel;
import id.espm.app.gui.look.Failure;
import id.espm.app.gui.paket.PackageVerdict;
import id.espm.app.gui.paket.PackageViewModel;
import id.espm.app.settings.SettingsFolder;
import id.espm.app.settings.TemplateFolder;
import id.espm.app.settings.UserProfile;
import id.espm.app.signing.KeyDesk;
import id.espm.sandbox.PracticeFolder;
import id.espm.signer.Problem;
import id.espm.signer.key.Secret;
import id.espm.signer.pdf.PdfAppearance;
import id.espm.signer.pdf.appearance.PageArea;
import id.espm.signer.pdf.appearance.template.PageSelection;
import id.espm.signer.pdf.appearance.template.Place;
import id.espm.signer.pdf.appearance.template.Place.Corner;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(PracticeExtension.class)
class PreviewViewModelTest {
    private static final Clock CLOCK = Clock.system(ZoneId.of("Asia/Makassar"));

    private final PracticeFolder practice;
    private final UiQueue ui = new UiQueue();
    private final CertificateViewModel certificate =
            new CertificateViewModel(ui.background(), KeyDesk.usual(CLOCK), CLOCK, Duration.ofMinutes(5));

    @TempDir
    private Path folder;

    private PackageViewModel paket;

    private PreviewModels models;
    private PreviewViewModel model;

    PreviewViewModelTest(PracticeFolder practice) {
        this.practice = practice;
    }

    private void open(Path chosen) {
        start();
        paket.choose(chosen);
        waitForDocuments();
    }

    private void start() {
        paket = Packages.model(ui, folder, UserProfile.none(), CLOCK);
        models = PreviewModels.of(
                ui.background(),
                paket,
                certificate,
                new BlockViewModel.Terms(source -> "Persetujuan", CLOCK),
                new TemplateFolder(folder.resolve("templates")));
        model = models.preview();
    }

    private void waitForDocuments() {
        ui.until(() -> paket.verdict() instanceof PackageVerdict.Ready
                && !model.documents().isEmpty());
    }

    private Path practicePackage() {
        return practice.packages().resolve("SPM");
    }

    private Path withPdf(SamplePdf sample) throws Exception {
        Path copy = Folders.copy(practicePackage(), folder.resolve("paket"), true);
        Files.delete(copy.resolve("00123A-spm.pdf"));
        sample.at(copy.resolve("00123A-spm.pdf"));
        return copy;
    }

    private interface SamplePdf {
        void at(Path file) throws Exception;
    }

    private PreviewDocument document(String name) {
        return model.documents().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private PdfAppearance of(String name) {
        return model.appearancesProperty().get().of(document(name).file());
    }

    @Test
    void untilSomebodySaysSoNoSignatureIsSeen() {
        open(practicePackage());

        assertThat(model.documents()).hasSizeGreaterThan(3);
        assertThat(model.appearancesProperty().get().byFile()).isEmpty();
        assertThat(model.standingProperty().get()).isEqualTo(Standing.nowhere());
    }

    @Test
    void aCornerIsForAllOfTheSameSizeAndCanBeTakenBack() {
        open(practicePackage());
        model.corner(Corner.KIRI_ATAS);

        assertThat(model.appearancesProperty().get().byFile()).hasSameSizeAs(model.documents());
        PageArea area = model.standingProperty().get().areas().getFirst();
        assertThat(area.left()).isCloseTo(34.016f, within(0.01f));

        model.undo();
        assertThat(model.appearancesProperty().get().byFile()).isEmpty();
        assertThat(model.undoableProperty().get()).isFalse();
    }

    @Test
    void whereBlocksStandOutlivesTheWindow() throws Exception {
        open(practicePackage());
        model.sameSizeProperty().set(false);
        model.picture(Optional.of(picture()));
        ui.until(() -> model.visible().picture().isPresent());
        model.place(0, 100, 200, 150, 60);
        String name = model.documents().getFirst().name();

        restart();

        assertThat(model.appearancesProperty().get().byFile())
                .containsOnlyKeys(document(name).file());
        PageArea area = model.standingProperty().get().areas().getFirst();
        assertThat(area.left()).isCloseTo(100, within(0.01f));
        assertThat(of(name).visible().orElseThrow().picture()).isPresent();
        assertThat(model.undoableProperty().get()).isFalse();

        model.hide();
        restart();
        assertThat(model.appearancesProperty().get().byFile()).isEmpty();
    }

    @Test
    void aPictureThatIsGoneIsToldAndTheBlockStays() throws Exception {
        open(practicePackage());
        model.picture(Optional.of(picture()));
        ui.until(() -> model.visible().picture().isPresent());
        Files.delete(picture());

        restart();

        assertThat(model.failureProperty().get()).isPresent();
        assertThat(model.standingProperty().get().areas()).hasSize(1);
        assertThat(model.visible().picture()).isEmpty();
    }

    private Path picture() throws IOException {
        Path file = folder.resolve("cap.png");
        if (!Files.exists(file)) {
            ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "png", file.toFile());
        }
        return file;
    }

    /** As after a crash: another window over the same settings takes the draft up again. */
    private void restart() throws IOException {
        UUID draft = new DraftFolder(new SettingsFolder(folder.resolve("settings")).drafts())
                .list()
                .getFirst()
                .id();
        start();
        paket.open(draft);
        waitForDocuments();
    }

    @Test
    void aPlaceMayBeForOneDocumentAlone() {
        open(practicePackage());
        model.sameSizeProperty().set(false);
        model.corner(Corner.KANAN_ATAS);

        assertThat(model.appearancesProperty().get().byFile())
                .containsOnlyKeys(model.documents().getFirst().file());
    }

    @Test
    void draggingStaysOnThePageAndSnapsIntoCorners() {
        open(practicePackage());
        model.corner(Corner.KANAN_BAWAH);
        model.place(0, 100, 200, 212, 85);
        assertThat(model.visible().template().place()).isInstanceOfSatisfying(Place.AtPoint.class, place -> {
            assertThat(place.left().points()).isEqualTo(100);
            assertThat(place.top().points()).isEqualTo(200);
        });

        model.place(0, 5000, -70, 212, 85);
        PageArea area = model.standingProperty().get().areas().getFirst();
        assertThat(area.right()).isLessThanOrEqualTo(596);
        assertThat(area.top()).isLessThanOrEqualTo(842.1f);

        model.place(0, 36, 37, 212, 85);
        assertThat(model.visible().template().place()).isEqualTo(Place.InCorner.of(Corner.KIRI_ATAS));
    }

    @Test
    void theBlockIsDrawnAsItWillBeAndChangesOnceTheSignerIsKnown() throws Exception {
        open(practicePackage());
        model.corner(Corner.KANAN_BAWAH);
        ui.until(() -> models.block().pictureProperty().get().isPresent());
        PagePicture unknown = models.block().pictureProperty().get().orElseThrow();
        assertThat(models.block().isSignerKnown()).isFalse();
        assertThat(unknown.width()).isBetween(637, 638);

        certificate.choose(practice.official("PPSPM").p12());
        ui.until(() -> !(certificate.state() instanceof CertificateState.Opening));
        certificate.open(Secret.copyOf(practice.official("PPSPM").passphrase()));
        ui.until(() -> certificate.state() instanceof CertificateState.Opened
                && models.block()
                        .pictureProperty()
                        .get()
                        .filter(now -> !Arrays.equals(now.argb(), unknown.argb()))
                        .isPresent());
        assertThat(models.block().isSignerKnown()).isTrue();
    }

    @Test
    void anEmptyFieldIsOfferedAndTheBlockStandsInIt() throws Exception {
        open(withPdf(file -> SamplePdfs.field(file, "ppspm", new PDRectangle(100, 120, 200, 60))));
        model.selectedProperty().set(Optional.of(document("00123A-spm.pdf")));
        assertThat(PlaceChoice.offered(document("00123A-spm.pdf"), model.appearance()))
                .contains(new PlaceChoice.InField("ppspm"));
        model.field("ppspm");

        assertThat(of("00123A-spm.pdf").field()).contains("ppspm");
        assertThat(model.standingProperty().get())
                .isEqualTo(new Standing(List.of(new PageArea(0, 100, 120, 300, 180)), false, Optional.empty()));
        assertThat(model.appearancesProperty().get().byFile()).hasSize(1);
    }

    @Test
    void inADynamicFormNoSignatureCanBeSeenAndTheOthersCan() throws Exception {
        open(withPdf(SamplePdfs::dynamicXfa));
        model.corner(Corner.KANAN_BAWAH);

        assertThat(document("00123A-spm.pdf").mayBeSeen()).isFalse();
        assertThat(of("00123A-spm.pdf")).isEqualTo(PdfAppearance.hidden());
        assertThat(PlaceChoice.offered(document("00123A-spm.pdf"), PdfAppearance.hidden()))
                .containsExactly(new PlaceChoice.Hidden());
    }

    @Test
    void aPageThatIsNotThereIsToldBeforeSigning() {
        open(practicePackage());
        model.corner(Corner.KANAN_BAWAH);
        model.pages(PageSelection.parse("99"));

        assertThat(model.standingProperty().get().failure())
                .get()
                .isInstanceOfSatisfying(
                        Failure.OfSigner.class, f -> assertThat(f.problem()).isInstanceOf(Problem.PageMissing.class));
    }

    @Test
    void aTemplateIsKeptUsedDeletedAndBroughtBack() {
        open(practicePackage());
        model.corner(Corner.KIRI_BAWAH);
        TemplatesViewModel templates = models.templates();
        assertThat(templates.mayBeSaved("../x")).isFalse();
        templates.save("Kiri bawah");
        ui.until(() -> templates.namesProperty().get().contains("Kiri bawah"));

        model.hide();
        templates.use("Kiri bawah");
        ui.until(() -> model.appearance().visible().isPresent());
        assertThat(model.visible().template().place()).isEqualTo(Place.InCorner.of(Corner.KIRI_BAWAH));

        templates.delete("Kiri bawah");
        ui.until(() -> templates.namesProperty().get().isEmpty());
        templates.bringBack();
        ui.until(() -> templates.namesProperty().get().contains("Kiri bawah"));
        assertThat(ui.unexpected()).isEmpty();
    }

    @Test
    void whatIsNoPictureIsTold() throws Exception {
        open(practicePackage());
        model.corner(Corner.KIRI_BAWAH);
        model.picture(Optional.of(Files.writeString(folder.resolve("a.png"), "x")));
        ui.until(() -> model.failureProperty().get().isPresent());

        assertThat(model.visible().picture()).isEmpty();
    }
}
