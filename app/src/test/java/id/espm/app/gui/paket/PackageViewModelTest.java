package id.espm.app.gui.paket;

import static org.assertj.core.api.Assertions.assertThat;

import id.espm.app.draft.Draft;
import id.espm.app.gui.bench.Folders;
import id.espm.app.gui.bench.Packages;
import id.espm.app.gui.bench.PracticeExtension;
import id.espm.app.gui.bench.UiQueue;
import id.espm.app.gui.look.Failure;
import id.espm.app.gui.paket.PackageChoices.Choice;
import id.espm.app.gui.paket.PackageChoices.SpmCount;
import id.espm.app.gui.paket.PackageVerdict.Asked;
import id.espm.app.gui.paket.PackageVerdict.Changed;
import id.espm.app.gui.paket.PackageVerdict.Checking;
import id.espm.app.gui.paket.PackageVerdict.Differing;
import id.espm.app.gui.paket.PackageVerdict.Empty;
import id.espm.app.gui.paket.PackageVerdict.Incomplete;
import id.espm.app.gui.paket.PackageVerdict.Ready;
import id.espm.app.gui.paket.PackageVerdict.Refused;
import id.espm.app.gui.paket.Slot.Flaw;
import id.espm.app.settings.UserProfile;
import id.espm.sandbox.PracticeFolder;
import id.espm.sandbox.samples.Adk;
import id.espm.sandbox.samples.DraftAdk;
import id.espm.signer.Difference;
import id.espm.signer.Jabatan;
import id.espm.signer.Jenis;
import id.espm.signer.Kppn;
import id.espm.signer.Problem;
import id.espm.signer.Problem.PackageDetailMissing.Detail;
import id.espm.signer.Satker;
import id.espm.signer.adk.contents.AdkSpm;
import id.espm.signer.key.Secret;
import id.espm.signer.paket.OfferedFile.Place;
import id.espm.signer.rules.Rules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(PracticeExtension.class)
class PackageViewModelTest {
    private final PracticeFolder practice;
    private final UiQueue ui = new UiQueue();

    @TempDir
    private Path folder;

    private PackageViewModel model;

    PackageViewModelTest(PracticeFolder practice) {
        this.practice = practice;
    }

    @BeforeEach
    void setUp() {
        model = model(UserProfile.none());
    }

    private PackageViewModel model(UserProfile profile) {
        return Packages.model(ui, folder, profile, Clock.systemUTC());
    }

    private PackageVerdict choose(Path... paths) {
        OpenPackages before = model.openProperty().get();
        model.take(List.of(paths));
        ui.until(() -> !model.openProperty().get().equals(before));
        return checked();
    }

    private List<String> names() {
        return model.foundProperty().get().slots().stream().map(Slot::name).toList();
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
        assertThat(model.fixed()).containsExactlyInAnyOrderElementsOf(EnumSet.complementOf(EnumSet.of(Detail.NOMOR)));
        assertThat(model.fields().satkerProperty().get()).isEqualTo("527010");
        assertThat(names()).containsExactly("00123A", "00124A", "00125A");
        assertThat(model.foundProperty().get().slots()).allSatisfy(slot -> {
            assertThat(slot.size()).isPositive();
            assertThat(slot.flaws()).isEmpty();
        });
        assertThat(model.spmCount()).contains(new SpmCount(3, 5));
    }

    @Test
    void aSixthSpmIsRefusedButShown() {
        PackageVerdict verdict = choose(practice.packages().resolve("SPM-6"));

        assertThat(problem(verdict)).isInstanceOf(Problem.TooManySpm.class);
        assertThat(names()).hasSize(6);
        assertThat(model.spmCount()).contains(new SpmCount(6, 5));
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
        assertThat(model.fixed()).isEmpty();

        model.fields().jenisProperty().set(Optional.of(Jenis.SPM));
        checked();
        assertThat(names()).hasSize(3);

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
        List<Choice<Jabatan>> choices = model.choices().jabatan();
        assertThat(choices)
                .filteredOn(Choice::allowed)
                .extracting(Choice::value)
                .containsExactly(Jabatan.PPSPM);
        assertThat(choices).extracting(Choice::pasal).allMatch(pasal -> pasal.contains("PER-10/PB/2018"));
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
        assertThat(model.spmCount()).isEmpty();
    }

    @Test
    void theProfileFillsWhatThePackageLeavesUnsaid() throws IOException {
        model = model(new UserProfile.Builder()
                .satker(Optional.of(new Satker("527010")))
                .kppn(Optional.of(new Kppn("082")))
                .tahun(Optional.of(2026))
                .jabatan(Optional.of(Jabatan.PPSPM))
                .lokasi(Optional.of("Palu"))
                .build());
        Path paket = bare("SPM");
        Files.writeString(paket.resolve("paket.json"), "{\"jenis\": \"SPM\", \"satker\": \"527011\"}");

        Ready ready = (Ready) choose(paket);

        assertThat(model.fixed()).containsExactlyInAnyOrder(Detail.JENIS, Detail.SATKER);
        assertThat(ready.checked().source().satker()).isEqualTo(new Satker("527011"));
        assertThat(ready.checked().source().lokasi()).isEqualTo("Palu");
    }

    @Test
    void aFaultyDescriptionIsRefusedWithItsPlace() throws IOException {
        Path paket = bare("SPM");
        Files.writeString(paket.resolve("paket.json"), "{\"jenis\": \"SPM\", \"satker\": \"527010\", \"warna\": 1}");

        model.choose(paket);
        ui.until(() -> !model.news().failuresProperty().get().isEmpty());

        assertThat(((Failure.OfSigner) model.news().failuresProperty().get().getFirst()).problem())
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
    void describedPackagesLieOpenSideBySide() {
        choose(practice.packages().resolve("SPM-6"));
        choose(practice.packages().resolve("GAJI"));

        assertThat(model.verdict()).isInstanceOf(Ready.class);
        assertThat(model.fields().jenisProperty().get()).contains(Jenis.GAJI);
        assertThat(model.openProperty().get().all()).hasSize(2);
        assertThat(model.ready()).hasSize(1);
    }

    @Test
    void afterAResetNothingIsShownAndTheDraftWaits() {
        choose(practice.packages().resolve("SPM"));
        model.reset();

        assertThat(model.verdict()).isEqualTo(new Empty());
        assertThat(names()).isEmpty();
        assertThat(model.news().waitingProperty().get()).hasSize(1);
    }

    @Nested
    class FilesFromAnywhere {
        private Path spm;

        @BeforeEach
        void dropOneByOne() {
            spm = practice.packages().resolve("SPM");
            complete(Jabatan.PPSPM);
        }

        @Test
        void findTheirSpmByName() {
            choose(spm.resolve("00123A.zip"), spm.resolve("00123A-spm.pdf"));
            PackageVerdict verdict = choose(spm.resolve("00123A-kuitansi.pdf"));

            assertThat(verdict).isInstanceOf(Ready.class);
            assertThat(names()).containsExactly("00123A");
            assertThat(model.foundProperty().get().slots().getFirst().document().lampiran())
                    .hasSize(2);
        }

        @Test
        void leaveASlotThatSaysWhatIsMissing() {
            choose(spm.resolve("00123A.zip"));

            assertThat(model.foundProperty().get().slots().getFirst().flaws()).containsExactly(Flaw.PDF_MISSING);
        }

        @Test
        void areAskedAboutAndTheAnswerCounts() throws IOException {
            Path stray = Files.copy(spm.resolve("00123A-kuitansi.pdf"), folder.resolve("scan.pdf"));
            PackageVerdict verdict = choose(
                    spm.resolve("00123A.zip"),
                    spm.resolve("00123A-spm.pdf"),
                    practice.packages().resolve("SPM-6").resolve("00142A.zip"),
                    practice.packages().resolve("SPM-6").resolve("00142A-spm.pdf"),
                    stray);
            assertThat(verdict).isEqualTo(new Asked(1));
            Question question = model.foundProperty().get().questions().getFirst();
            assertThat(question.answers())
                    .containsExactly(
                            new Place.Lampiran("00123A"),
                            new Place.Lampiran("00142A"),
                            new Place.Lampiran("scan"),
                            new Place.LeftOut());

            model.answer(stray, new Place.Lampiran("00142A"));

            assertThat(checked()).isInstanceOf(Ready.class);
            assertThat(model.foundProperty().get().slots().getLast().document().lampiran())
                    .contains(stray);
        }

        @Test
        void ofWhichTwoAreAdksAreAskedAboutAndTheChosenOneReplacesTheOther() throws IOException {
            Path second = Files.writeString(folder.resolve("00123a.dat"), "another");
            choose(spm.resolve("00123A.zip"), spm.resolve("00123A-spm.pdf"), second);

            model.answer(second, new Place.Adk("00123A"));
            checked();

            assertThat(model.foundProperty().get().questions()).isEmpty();
            assertThat(model.foundProperty().get().slots().getFirst().document().adk())
                    .contains(second);
        }

        @Test
        void areTakenOutAndComeBackByUndo() {
            choose(spm.resolve("00123A.zip"), spm.resolve("00123A-spm.pdf"));
            model.remove(Set.of(spm.resolve("00123A-spm.pdf")));
            checked();
            assertThat(model.foundProperty().get().slots().getFirst().flaws()).containsExactly(Flaw.PDF_MISSING);

            model.undo();
            assertThat(checked()).isInstanceOf(Ready.class);
        }

        @Test
        void thatAreTheSameTwiceAreTold() throws IOException {
            Path same = Files.copy(spm.resolve("00123A-spm.pdf"), folder.resolve("00123A-salinan.pdf"));
            choose(spm.resolve("00123A.zip"), spm.resolve("00123A-spm.pdf"), same);

            assertThat(model.foundProperty().get().slots().getFirst().flaws()).containsExactly(Flaw.DUPLICATE);
            assertThat(problem(model.verdict())).isInstanceOf(Problem.CompositionWrong.class);
        }
    }

    @Nested
    class ADraft {
        @Test
        void isThereAfterTheWindowDied() throws IOException {
            choose(bare("SPM"));
            complete(Jabatan.PPSPM);
            checked();

            PackageViewModel other = model(UserProfile.none());
            Draft waiting = other.news().waitingProperty().get().getFirst();
            other.open(waiting.id());
            ui.until(() -> other.verdict() instanceof Ready);

            assertThat(other.fields().satkerProperty().get()).isEqualTo("527010");
            assertThat(other.news().waitingProperty().get()).isEmpty();
        }

        @Test
        void isDeletedAndComesBackByUndo() {
            choose(practice.packages().resolve("SPM"));
            model.delete(model.openProperty().get().shown().orElseThrow());
            assertThat(model.openProperty().get().all()).isEmpty();
            assertThat(model(UserProfile.none()).news().waitingProperty().get()).isEmpty();

            model.undo();
            assertThat(checked()).isInstanceOf(Ready.class);
            assertThat(model(UserProfile.none()).news().waitingProperty().get()).hasSize(1);
        }

        @Test
        void saysThatItsFilesChangedAndTakesThemAsTheyAre() throws IOException {
            Path paket = Folders.copy(practice.packages().resolve("SPM"), folder.resolve("paket"), true);
            choose(paket);
            Path adk = paket.resolve("00123A.zip");
            Files.writeString(adk, "x", StandardOpenOption.APPEND);

            model.glance();
            ui.until(() -> model.verdict() instanceof Changed);
            assertThat(model.verdict()).isEqualTo(new Changed(List.of(adk)));
            assertThat(model.foundProperty().get().slots().getFirst().flaws()).containsExactly(Flaw.CHANGED);

            model.acceptChanges();
            ui.until(() -> model.verdict() instanceof Ready);
        }
    }

    @Test
    void aSixthSpmIsSplitIntoPackagesThatAreReady() {
        choose(practice.packages().resolve("SPM-6"));
        model.split();
        checked();

        assertThat(model.ready())
                .extracting(ready -> ready.checked().source().nomor().size())
                .containsExactly(5, 1);
        assertThat(names()).hasSize(5);
        model.undo();
        checked();
        assertThat(names()).hasSize(6);
    }

    @Test
    void whatTheOfficialDoesNotSignIsRuledOutWithItsClause() {
        model = model(new UserProfile.Builder()
                .jabatan(Optional.of(Jabatan.BENDAHARA))
                .build());

        assertThat(model.choices().jenis())
                .filteredOn(Choice::allowed)
                .extracting(Choice::value)
                .isEqualTo(Rules.builtIn().signedBy(Jabatan.BENDAHARA));
        assertThat(model.choices().jenis())
                .extracting(Choice::pasal)
                .allMatch(pasal -> pasal.contains("PER-10/PB/2018"));
    }

    @Test
    void aDifferenceHasToBeConfirmed() throws IOException {
        Path paket = Folders.copy(practice.packages().resolve("SPM"), folder.resolve("paket"), true);
        choose(paket);
        model.typePassword(Secret.copyOf(Adk.PASSWORD.toCharArray()));
        assertThat(checked()).isInstanceOf(Ready.class);
        AdkSpm spm = model.foundProperty().get().slots().getFirst().spm().getFirst();
        new DraftAdk()
                .spm("00123A", spm.tanggal().orElseThrow(), 13_320_500, 1_500_000)
                .write(paket.resolve("00123A.zip"));
        model.acceptChanges();
        ui.until(() -> model.verdict() instanceof Differing);

        Difference difference = model.foundProperty().get().differences().getFirst();
        model.accept(difference, true);

        assertThat(checked()).isInstanceOf(Ready.class);
        assertThat(model.ready().getFirst().differences()).containsExactly(difference);
    }
}
