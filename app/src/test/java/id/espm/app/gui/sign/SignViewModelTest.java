package id.espm.app.gui.sign;

import static org.assertj.core.api.Assertions.assertThat;

import id.espm.app.gui.bench.Folders;
import id.espm.app.gui.bench.Packages;
import id.espm.app.gui.bench.PracticeExtension;
import id.espm.app.gui.bench.UiQueue;
import id.espm.app.gui.certificate.CertificateState.Opened;
import id.espm.app.gui.certificate.CertificateState.Opening;
import id.espm.app.gui.certificate.CertificateViewModel;
import id.espm.app.gui.look.Failure;
import id.espm.app.gui.paket.PackageVerdict.Checking;
import id.espm.app.gui.paket.PackageViewModel;
import id.espm.app.gui.sign.SignReadiness.CertificateForbids;
import id.espm.app.gui.sign.SignReadiness.NeedsCertificate;
import id.espm.app.gui.sign.SignReadiness.NeedsPackage;
import id.espm.app.gui.sign.SignReadiness.NeedsPassphrase;
import id.espm.app.gui.sign.SignReadiness.Part;
import id.espm.app.gui.sign.SignReadiness.Ready;
import id.espm.app.gui.sign.SignState.Cancelled;
import id.espm.app.gui.sign.SignState.Done;
import id.espm.app.gui.sign.SignState.Idle;
import id.espm.app.gui.sign.SignState.Signing;
import id.espm.app.settings.UserProfile;
import id.espm.app.signing.ChosenMethod;
import id.espm.app.signing.KeyDesk;
import id.espm.sandbox.PracticeFolder;
import id.espm.sandbox.PracticeOfficial;
import id.espm.signer.Jabatan;
import id.espm.signer.Jenis;
import id.espm.signer.Problem;
import id.espm.signer.Satker;
import id.espm.signer.bundle.BundleVerifier;
import id.espm.signer.key.Secret;
import id.espm.signer.pdf.PdfAppearances;
import id.espm.signer.rules.Rules;
import id.espm.signer.trust.TrustAnchors;
import id.espm.signer.verify.FileReport;
import id.espm.signer.verify.VerificationSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(PracticeExtension.class)
class SignViewModelTest {
    private static final Clock CLOCK = Clock.system(ZoneId.of("Asia/Makassar"));

    private final PracticeFolder practice;
    private final UiQueue ui = new UiQueue();
    private final CertificateViewModel certificate =
            new CertificateViewModel(ui.background(), KeyDesk.usual(CLOCK), CLOCK, Duration.ofMinutes(5));

    @TempDir
    private Path folder;

    private Path out;
    private PackageViewModel paket;
    private SignViewModel model;

    private PdfAppearances appearances = PdfAppearances.all(Optional.empty());

    SignViewModelTest(PracticeFolder practice) {
        this.practice = practice;
    }

    @BeforeEach
    void setUp() {
        out = folder.resolve("ditandatangani");
        Path history = folder.resolve("history");
        paket = Packages.model(ui, folder, UserProfile.none(), CLOCK);
        SignSettings settings = new SignSettings(
                Rules.builtIn(), source -> out, jenis -> "Persetujuan " + jenis, history, ChosenMethod::basic, CLOCK);
        model = new SignViewModel(ui.background(), settings, certificate, paket, () -> appearances);
    }

    private void open(String name) throws IOException {
        PracticeOfficial official = practice.official(name);
        certificate.choose(official.p12());
        ui.until(() -> !(certificate.state() instanceof Opening));
        certificate.open(Secret.copyOf(official.passphrase()));
        ui.until(() -> !(certificate.state() instanceof Opening));
    }

    private void choose(Path source) {
        int before = paket.openProperty().get().all().size();
        paket.choose(source);
        ui.until(() -> paket.openProperty().get().all().size() > before && !(paket.verdict() instanceof Checking));
    }

    private SignReadiness readiness() {
        return model.readinessProperty().getValue();
    }

    private SignState sign() {
        model.sign();
        ui.until(() -> !model.isSigning());
        return model.state();
    }

    @Test
    void theNextThingToDoIsTold() throws IOException {
        assertThat(readiness()).isEqualTo(new NeedsCertificate());
        certificate.choose(practice.official("PPSPM").p12());
        ui.until(() -> !(certificate.state() instanceof Opening));
        assertThat(readiness()).isEqualTo(new NeedsPassphrase());
        open("PPSPM");
        assertThat(readiness()).isEqualTo(new NeedsPackage());
        choose(practice.packages().resolve("SPM"));
        assertThat(readiness())
                .isEqualTo(new Ready(
                        "Siti Rahayu Latihan",
                        List.of(new Part(
                                Jabatan.PPSPM,
                                new Satker("527010"),
                                Jenis.SPM,
                                List.of("00123A", "00124A", "00125A"),
                                8,
                                "Tolitoli"))));
        open("EXPIRED");
        assertThat(readiness()).isEqualTo(new CertificateForbids());
    }

    @Test
    void aSignedPackageIsAValidBundleAndThePassphraseIsGone() throws Exception {
        open("PPSPM");
        choose(practice.packages().resolve("SPM"));

        Path bundle = ((Done) sign()).signed().getFirst().bundle().orElseThrow();

        VerificationSettings settings = new VerificationSettings(
                new TrustAnchors(Set.copyOf(practice.ca().anchors())), Instant.now());
        FileReport report = new BundleVerifier(settings, Rules.builtIn())
                .verify("bundle", bundle)
                .report();
        assertThat(report.verdict().isValid()).isTrue();
        assertThat(Folders.names(out)).containsExactly(bundle.getFileName().toString());
        assertThat(paket.openProperty().get().all()).isEmpty();
        assertThat(Folders.names(folder.resolve("settings").resolve("drafts"))).isEmpty();
        assertThat(((Opened) certificate.state()).unlocked()).isFalse();
        assertThat(certificate.passphraseForSigning()).isEmpty();
        assertThat(readiness()).isEqualTo(new NeedsPassphrase());
    }

    @Test
    void cancelInTheMidstLeavesNothingBehind() throws IOException {
        open("PPSPM");
        choose(practice.packages().resolve("SPM"));
        model.sign();
        assertThat(model.isSigning()).isTrue();
        model.cancel();
        assertThat(((Signing) model.state()).cancelling()).isTrue();
        ui.until(() -> !model.isSigning());

        assertThat(model.state()).isEqualTo(new Cancelled());
        assertThat(Folders.names(out)).isEmpty();
        assertThat(paket.openProperty().get().all()).hasSize(1);
        assertThat(certificate.passphraseForSigning()).isEmpty();
        assertThat(ui.unexpected()).isEmpty();
    }

    @Test
    void aFileThatChangedAfterTheCheckIsNotSigned() throws IOException {
        Path copy = Folders.copy(practice.packages().resolve("SPM"), folder.resolve("paket"), true);
        open("PPSPM");
        choose(copy);
        Path adk = copy.resolve("00123A.zip");
        Files.writeString(adk, "x", StandardOpenOption.APPEND);

        Done done = (Done) sign();

        assertThat(done.failed())
                .singleElement()
                .satisfies(failed ->
                        assertThat(failed.failure()).contains(new Failure.OfSigner(new Problem.FileChanged(adk))));
        assertThat(Folders.names(out)).isEmpty();
        assertThat(certificate.passphraseForSigning()).isEmpty();
    }

    @Test
    void whatTheDiskRefusesIsToldAndNoFault() throws IOException {
        Files.writeString(out, "a file where the folder should be");
        open("PPSPM");
        choose(practice.packages().resolve("SPM"));

        assertThat(((Done) sign()).failed().getFirst().failure())
                .contains(new Failure.OfSigner(new Problem.OutputNotWritable(out.toAbsolutePath())));
        assertThat(ui.unexpected()).isEmpty();
    }

    @Test
    void anotherPackagePutsTheOutcomeAway() throws IOException {
        open("PPSPM");
        choose(practice.packages().resolve("SPM"));
        sign();
        choose(practice.packages().resolve("GAJI"));

        assertThat(model.state()).isEqualTo(new Idle());
    }
}
