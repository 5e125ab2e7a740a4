package id.espm.signer.sign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.espm.sandbox.samples.Adk;
import id.espm.sandbox.samples.DraftAdk;
import id.espm.signer.AdkGap;
import id.espm.signer.Caution;
import id.espm.signer.Difference;
import id.espm.signer.Difference.Aspect;
import id.espm.signer.Jenis;
import id.espm.signer.Problem;
import id.espm.signer.Problem.CompositionWrong;
import id.espm.signer.Problem.CompositionWrong.Misfit;
import id.espm.signer.Problem.DifferencesNotAccepted;
import id.espm.signer.Problem.TooManySpm;
import id.espm.signer.SignerException;
import id.espm.signer.adk.contents.AdkReader;
import id.espm.signer.key.Secret;
import id.espm.signer.paket.PackageDetails;
import id.espm.signer.paket.PackageFolder;
import id.espm.signer.review.ReviewSettings;
import id.espm.signer.rules.Rules;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the check of a package makes of what its ADKs hold. */
class PackageReviewingTest {
    private static final LocalDate DATE = LocalDate.of(2026, 11, 20);

    @TempDir
    Path folder;

    private Path source;

    @BeforeEach
    void copyThePackages() throws IOException {
        source = Packages.samples(folder).resolve("SPM");
    }

    private Path adk() {
        return source.resolve("00123A.zip");
    }

    private CheckedPackage check(boolean accept) throws SignerException {
        AdkReader reader = AdkReader.withPassword(Secret.copyOf(Adk.PASSWORD.toCharArray()));
        return check(new PackageSigner(Rules.builtIn(), new ReviewSettings(reader, accept)));
    }

    private CheckedPackage check(PackageSigner signer) throws SignerException {
        return signer.check(PackageFolder.read(source, PackageDetails.none(), PackageDetails.none()));
    }

    private void assertRefused(Problem problem) {
        assertThatThrownBy(() -> check(false))
                .isInstanceOfSatisfying(
                        SignerException.class, e -> assertThat(e.problem()).isEqualTo(problem));
    }

    private Difference otherAmount() {
        return new Difference(
                adk(),
                "00123A",
                Optional.of(source.resolve("00123A-spm.pdf")),
                Aspect.JUMLAH,
                "Rp11.820.001",
                Optional.of("Rp11.820.000"));
    }

    @Test
    void whatAgreesNeedsNoWord() throws SignerException {
        CheckedPackage checked = check(false);

        assertThat(checked.cautions()).isEmpty();
        assertThat(checked.review().nomor()).containsExactly("00123A", "00124A", "00125A");
    }

    @Test
    void withoutAPasswordEachAdkThatWasNotReadIsTold() throws SignerException {
        assertThat(check(new PackageSigner(Rules.builtIn())).cautions())
                .containsExactly(
                        new Caution.AdkNotRead(adk(), AdkGap.NO_PASSWORD),
                        new Caution.AdkNotRead(source.resolve("00124A").resolve("adk.zip"), AdkGap.NO_PASSWORD),
                        new Caution.AdkNotRead(source.resolve("00125A.zip"), AdkGap.NO_PASSWORD));
    }

    @Test
    void aDifferenceIsRefused() throws IOException {
        new DraftAdk().spm("00123A", DATE, 13_320_001, 1_500_000).write(adk());

        assertRefused(new DifferencesNotAccepted(source, List.of(otherAmount())));
    }

    @Test
    void aDifferenceThatIsAcceptedIsTold() throws IOException, SignerException {
        new DraftAdk().spm("00123A", DATE, 13_320_001, 1_500_000).write(adk());

        assertThat(check(true).cautions()).containsExactly(new Caution.DifferenceAccepted(otherAmount()));
    }

    @Test
    void sixSpmAreCountedWhereTheyAre() throws IOException {
        DraftAdk adk = new DraftAdk();
        List<String> held = List.of("00123A", "00201A", "00202A", "00203A");
        held.forEach(nomor -> adk.spm(nomor, DATE, 1_000, 0));
        adk.write(adk());

        assertRefused(new TooManySpm(
                5,
                List.of("00123A", "00201A", "00202A", "00203A", "00124A", "00125A"),
                Rules.builtIn().spmLimit().pasal()));
    }

    @Test
    void anSpmInTwoAdksIsRefused() throws IOException {
        new DraftAdk()
                .spm("00123A", DATE, 13_320_000, 1_500_000)
                .spm("00125A", DATE, 1_000, 0)
                .write(adk());

        assertRefused(new CompositionWrong(
                Jenis.SPM,
                Misfit.DUPLICATE,
                "00125A",
                Rules.builtIn().of(Jenis.SPM).compositionPasal()));
    }

    @Test
    void whatIsSignedSaysTheNumbersOfTheAdk() throws IOException, SignerException {
        new DraftAdk()
                .spm("00123A", DATE, 13_320_000, 1_500_000)
                .spm("00126A", DATE, 1_000, 0)
                .write(adk());

        assertThat(check(true).request().contents().nomor()).containsExactly("00123A", "00126A", "00124A", "00125A");
    }
}
