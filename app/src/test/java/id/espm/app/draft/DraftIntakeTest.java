package id.espm.app.draft;

import static org.assertj.core.api.Assertions.assertThat;

import id.espm.app.draft.DraftIntake.Doubt;
import id.espm.app.draft.DraftIntake.Taken;
import id.espm.app.gui.bench.Folders;
import id.espm.app.gui.bench.PracticeExtension;
import id.espm.sandbox.PracticeFolder;
import id.espm.signer.Problem;
import id.espm.signer.Unfitness;
import id.espm.signer.paket.PackageDetails;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(PracticeExtension.class)
class DraftIntakeTest {
    private final PracticeFolder practice;
    private final DraftIntake intake =
            new DraftIntake(PackageDetails.none(), InstantSource.fixed(Instant.parse("2026-11-22T03:00:00Z")));

    @TempDir
    private Path folder;

    DraftIntakeTest(PracticeFolder practice) {
        this.practice = practice;
    }

    private static List<String> names(List<DraftFile> files) {
        return files.stream().map(file -> file.path().getFileName().toString()).toList();
    }

    @Test
    void filesFromAnywhereBelongToThePackageUnderWork() {
        Path spm = practice.packages().resolve("SPM");

        Taken taken = intake.take(
                List.of(spm.resolve("00123A.zip"), spm.resolve("00124A").resolve("spm.pdf")));

        assertThat(names(taken.files())).containsExactly("00123A.zip", "spm.pdf");
        assertThat(taken.packages()).isEmpty();
        assertThat(taken.folder()).isEmpty();
    }

    @Test
    void aFolderThatSaysItIsAPackageStandsByItself() {
        Taken taken = intake.take(List.of(practice.packages().resolve("SPM")));

        assertThat(taken.packages()).singleElement().satisfies(draft -> {
            assertThat(draft.files()).hasSize(8);
            assertThat(draft.folder()).contains(practice.packages().resolve("SPM"));
            assertThat(draft.fixed()).hasSize(6);
        });
    }

    @Test
    void aFolderOfPackagesIsSeveralPackages() {
        Taken taken = intake.take(List.of(practice.packages()));

        assertThat(taken.packages()).hasSize(13);
    }

    @Test
    void aFolderOfFoldersIsAskedAbout() throws IOException {
        for (String name : List.of("a", "b")) {
            Path sub = Files.createDirectories(folder.resolve("paket").resolve(name));
            Files.writeString(sub.resolve("adk.zip"), "adk " + name);
        }
        Path paket = folder.resolve("paket");

        Taken taken = intake.take(List.of(paket));

        Doubt doubt = new Doubt(paket, List.of(paket.resolve("a"), paket.resolve("b")));
        assertThat(taken.doubts()).containsExactly(doubt);
        assertThat(taken.files()).isEmpty();
    }

    @Test
    void theAnswerMakesOnePackageOrSeveral() throws Exception {
        Path paket = Folders.copy(practice.packages().resolve("SPM"), folder.resolve("paket"), false);
        Doubt doubt = new Doubt(paket, List.of(paket.resolve("00124A"), paket));

        assertThat(intake.settle(doubt, false).packages()).hasSize(1);
        assertThat(intake.settle(doubt, true).packages()).hasSize(2);
    }

    @Test
    void aKeyIsNeverTakenIntoAPackageAndTheRestIs() throws IOException {
        Path paket = Folders.copy(practice.packages().resolve("SPM"), folder.resolve("paket"), false);
        Path key = Files.copy(practice.official("PPSPM").p12(), paket.resolve("kunci.dat"));

        Taken taken = intake.take(List.of(paket));

        assertThat(taken.refused())
                .containsExactly(new DraftIntake.Refused(key, new Problem.FileUnfit(key, Unfitness.PRIVATE_KEY)));
        assertThat(taken.files()).hasSize(8);
        assertThat(taken.folder()).isEqualTo(Optional.of(paket));
    }
}
