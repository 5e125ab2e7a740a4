package id.espm.app.gui.paket;

import static org.assertj.core.api.Assertions.assertThat;

import id.espm.app.gui.bench.Folders;
import id.espm.app.gui.bench.PracticeExtension;
import id.espm.app.gui.bench.UiQueue;
import id.espm.app.gui.look.Failure;
import id.espm.app.gui.paket.PackageVerdict.Checking;
import id.espm.app.gui.paket.PackageVerdict.Empty;
import id.espm.app.gui.paket.PackageVerdict.Incomplete;
import id.espm.app.gui.paket.PackageVerdict.Ready;
import id.espm.app.gui.paket.PackageVerdict.Refused;
import id.espm.app.gui.paket.PackageViewModel.JabatanChoice;
import id.espm.app.gui.paket.PackageViewModel.SpmCount;
import id.espm.sandbox.PracticeFolder;
import id.espm.signer.Jabatan;
import id.espm.signer.Jenis;
import id.espm.signer.Kppn;
import id.espm.signer.Problem;
import id.espm.signer.Problem.PackageDetailMissing.Detail;
import id.espm.signer.Satker;
import id.espm.signer.paket.PackageDetails;
import id.espm.signer.rules.Rules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(PracticeExtension.class)
class PackageViewModelTest {
    private final PracticeFolder practice;
    private final UiQueue ui = new UiQueue();
    private PackageViewModel model = model(PackageDetails.none());

    @TempDir
    private Path folder;

    PackageViewModelTest(PracticeFolder practice) {
        this.practice = practice;
    }

    private PackageViewModel model(PackageDetails profile) {
        return new PackageViewModel(ui.background(), Rules.builtIn(), profile);
    }

    private PackageVerdict choose(Path path) {
        model.choose(path);
        return checked();
    }

    private PackageVerdict checked() {
        ui.until(() -> !(model.verdict() instanceof Checking));
        return model.verdict();
    }

    private Path bare(String jenis) throws IOException {
        return Folders.copy(practice.packages().resolve(jenis), folder.resolve("paket"), false);
    }

    private void complete(Jabatan jabatan) {
        model.fields().jenisProperty().set(Optional.of(Jenis.SPM));
        model.fields().jabatanProperty().set(Optional.of(jabatan));
        model.fields().satkerProperty().set("527010");
        model.fields().kppnProperty().set("082");
        model.fields().tahunProperty().set("2026");
        model.fields().lokasiProperty().set("Tolitoli");
    }

    private static Problem problem(PackageVerdict verdict) {
        return ((Failure.OfSigner) ((Refused) verdict).failure()).problem();
    }

    @Test
    void aDescribedPackageIsReadyAndNothingOfItCanBeChanged() {
        PackageVerdict verdict = choose(practice.packages().resolve("SPM"));

        assertThat(verdict).isInstanceOf(Ready.class);
        assertThat(model.fixedProperty().get())
                .containsExactlyInAnyOrderElementsOf(EnumSet.complementOf(EnumSet.of(Detail.NOMOR)));
        assertThat(model.fields().satkerProperty().get()).isEqualTo("527010");
        assertThat(model.documents()).extracting(DocumentRow::nomor).containsExactly("00123A", "00124A", "00125A");
        assertThat(model.documents().getFirst().lampiran()).hasSize(2);
        assertThat(model.documents()).allSatisfy(row -> assertThat(row.size()).isPositive());
        assertThat(model.spmCountProperty().get()).contains(new SpmCount(3, 5));
    }

    @Test
    void aSixthSpmIsRefusedButShown() {
        PackageVerdict verdict = choose(practice.packages().resolve("SPM-6"));

        assertThat(problem(verdict)).isInstanceOf(Problem.TooManySpm.class);
        assertThat(model.documents()).hasSize(6);
        assertThat(model.spmCountProperty().get()).contains(new SpmCount(6, 5));
    }

    @Test
    void everySamplePackageIsReady() {
        for (Jenis jenis : Jenis.values()) {
            assertThat(choose(practice.packages().resolve(jenis.name())))
                    .as(jenis.name())
                    .isInstanceOf(Ready.class);
        }
    }

    @Test
    void aBareFolderAsksForEverythingAndIsReadyOnceItIsSaid() throws IOException {
        assertThat(choose(bare("SPM"))).isEqualTo(new Incomplete(EnumSet.complementOf(EnumSet.of(Detail.NOMOR))));
        assertThat(model.fixedProperty().get()).isEmpty();

        model.fields().jenisProperty().set(Optional.of(Jenis.SPM));
        checked();
        assertThat(model.documents()).hasSize(3);

        complete(Jabatan.PPSPM);
        assertThat(checked()).isInstanceOf(Ready.class);
    }

    @Test
    void aPpkIsRefusedForAnSpmWithTheClause() throws IOException {
        choose(bare("SPM"));
        complete(Jabatan.PPK);

        assertThat(problem(checked()))
                .isInstanceOfSatisfying(
                        Problem.JabatanMayNotSign.class,
                        p -> assertThat(p.pasal()).contains("Pasal 1(4)"));
        List<JabatanChoice> choices = model.jabatanChoices();
        assertThat(choices)
                .filteredOn(JabatanChoice::maySign)
                .extracting(JabatanChoice::jabatan)
                .containsExactly(Jabatan.PPSPM);
        assertThat(choices).extracting(JabatanChoice::pasal).allMatch(pasal -> pasal.contains("PER-10/PB/2018"));
    }

    @Test
    void aDetailThatIsNotWhatItShouldBeIsMissing() throws IOException {
        choose(bare("SPM"));
        complete(Jabatan.PPSPM);
        checked();
        model.fields().satkerProperty().set("52701");
        assertThat(checked()).isEqualTo(new Incomplete(EnumSet.of(Detail.SATKER)));

        model.fields().satkerProperty().set(" 527010 ");
        model.fields().kppnProperty().set("82");
        model.fields().tahunProperty().set("1999");
        assertThat(checked()).isEqualTo(new Incomplete(EnumSet.of(Detail.KPPN, Detail.TAHUN)));
    }

    @Test
    void whatIsNeverSubmittedNeedsNoKppn() throws IOException {
        choose(bare("SURAT"));
        complete(Jabatan.DJPB);
        model.fields().jenisProperty().set(Optional.of(Jenis.SURAT));
        model.fields().kppnProperty().set("");

        assertThat(checked()).isInstanceOf(Ready.class);
        assertThat(model.isSubmitted()).isFalse();
        assertThat(model.spmCountProperty().get()).isEmpty();
    }

    @Test
    void theProfileFillsWhatThePackageLeavesUnsaid() throws IOException {
        PackageDetails profile = new PackageDetails(
                Optional.empty(),
                Optional.of(new Satker("527010")),
                Optional.of(new Kppn("082")),
                Optional.of(2026),
                Optional.of(Jabatan.PPSPM),
                Optional.of("Palu"));
        model = model(profile);
        Path paket = bare("SPM");
        Files.writeString(paket.resolve("paket.json"), "{\"jenis\": \"SPM\", \"satker\": \"527011\"}");

        Ready ready = (Ready) choose(paket);

        assertThat(model.fixedProperty().get()).containsExactlyInAnyOrder(Detail.JENIS, Detail.SATKER);
        assertThat(ready.checked().source().satker()).isEqualTo(new Satker("527011"));
        assertThat(ready.checked().source().lokasi()).isEqualTo("Palu");
    }

    @Test
    void aFaultyDescriptionIsRefusedWithItsPlace() throws IOException {
        Path paket = bare("SPM");
        Files.writeString(paket.resolve("paket.json"), "{\"jenis\": \"SPM\", \"satker\": \"527010\", \"warna\": 1}");

        assertThat(problem(choose(paket)))
                .isInstanceOfSatisfying(
                        Problem.PackageDescriptionInvalid.class,
                        p -> assertThat(p.key()).isEqualTo("warna"));
    }

    @Test
    void aMendedFolderIsReadyAfterLookingAgain() throws IOException {
        Path paket = Folders.copy(practice.packages().resolve("SPM"), folder.resolve("paket"), true);
        Path adk = paket.resolve("00123A.zip");
        Path away = Files.move(adk, folder.resolve("00123A.zip"));
        assertThat(problem(choose(paket))).isEqualTo(new Problem.FileUnreadable(adk));

        Files.move(away, adk);
        model.check();
        assertThat(checked()).isInstanceOf(Ready.class);
    }

    @Test
    void theLastChoiceWins() {
        model.choose(practice.packages().resolve("SPM-6"));
        model.choose(practice.packages().resolve("GAJI"));
        checked();

        assertThat(model.verdict()).isInstanceOf(Ready.class);
        assertThat(model.fields().jenisProperty().get()).contains(Jenis.GAJI);
        assertThat(model.spmCountProperty().get()).isEmpty();
    }

    @Test
    void afterAResetNothingIsLeft() {
        choose(practice.packages().resolve("SPM"));
        model.reset();

        assertThat(model.verdict()).isEqualTo(new Empty());
        assertThat(model.documents()).isEmpty();
        assertThat(model.folderProperty().get()).isEmpty();
    }
}
