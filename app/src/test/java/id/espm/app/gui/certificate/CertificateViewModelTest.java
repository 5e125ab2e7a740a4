package id.espm.app.gui.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import id.espm.app.gui.bench.PracticeExtension;
import id.espm.app.gui.bench.UiQueue;
import id.espm.app.gui.certificate.CertificateState.Chosen;
import id.espm.app.gui.certificate.CertificateState.Opened;
import id.espm.app.gui.certificate.CertificateState.Opening;
import id.espm.app.gui.certificate.CertificateState.Refused;
import id.espm.app.gui.look.Failure;
import id.espm.app.signing.KeyDesk;
import id.espm.sandbox.PracticeFolder;
import id.espm.sandbox.PracticeOfficial;
import id.espm.signer.Problem;
import id.espm.signer.authority.Light;
import id.espm.signer.key.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(PracticeExtension.class)
class CertificateViewModelTest {
    private final PracticeFolder practice;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final UiQueue ui = new UiQueue();
    private CertificateViewModel model = model(Clock.systemUTC(), PATIENCE);

    CertificateViewModelTest(PracticeFolder practice) {
        this.practice = practice;
    }

    private CertificateViewModel model(InstantSource clock, Duration patience) {
        return new CertificateViewModel(ui.background(), KeyDesk.usual(clock), clock, patience);
    }

    @Test
    void thePassphraseIsForgottenOnceNobodyUsesTheWindow() throws IOException {
        model = model(Clock.systemUTC(), Duration.ofMillis(300));
        open("PPSPM");
        assertThat(model.passphraseForSigning()).isPresent();

        ui.until(() -> model.state() instanceof Opened opened && !opened.unlocked());

        assertThat(model.passphraseForSigning()).isEmpty();
    }

    @Test
    void guessingIsSlowedDownAndSaysUntilWhen() throws IOException {
        choose(practice.official("PPSPM").p12());
        for (int i = 0; i < 4; i++) {
            open("salah".toCharArray());
        }

        assertThat(problem(model.state())).isInstanceOf(Problem.PassphraseThrottled.class);
        assertThat(((Refused) model.state()).retype()).isTrue();
    }

    private CertificateState open(String official) throws IOException {
        PracticeOfficial who = practice.official(official);
        choose(who.p12());
        open(who.passphrase());
        return model.state();
    }

    private void choose(Path file) {
        model.choose(file);
        ui.until(() -> !(model.state() instanceof Opening));
    }

    private void open(char[] passphrase) {
        model.open(Secret.copyOf(passphrase));
        ui.until(() -> !(model.state() instanceof Opening));
    }

    private static Problem problem(CertificateState state) {
        return ((Failure.OfSigner) ((Refused) state).failure()).problem();
    }

    @Test
    void theOwnerIsKnownOnceThePassphraseOpenedTheFile() throws IOException {
        choose(practice.official("PPSPM").p12());
        assertThat(model.state())
                .isEqualTo(new Chosen(practice.official("PPSPM").p12()));

        open(practice.official("PPSPM").passphrase());

        Opened opened = (Opened) model.state();
        assertThat(opened.identity().nama()).isEqualTo("Siti Rahayu Latihan");
        assertThat(opened.light()).isEqualTo(Light.HIJAU);
        assertThat(opened.unlocked()).isTrue();
        assertThat(model.passphraseForSigning()).isPresent();
    }

    @Test
    void aWrongPassphraseMayBeTypedAgain() throws IOException {
        choose(practice.official("PPSPM").p12());
        open("salah ".toCharArray());

        assertThat(problem(model.state()))
                .isEqualTo(
                        new Problem.WrongPassphrase(practice.official("PPSPM").p12(), true));
        assertThat(((Refused) model.state()).retype()).isTrue();
        assertThat(model.passphraseForSigning()).isEmpty();

        open(practice.official("PPSPM").passphrase());
        assertThat(model.state()).isInstanceOf(Opened.class);
    }

    @Test
    void aPemIsRefusedBeforeAnyPassphraseIsAskedFor() {
        Path pem = practice.trustAnchors().resolve("root.pem");
        choose(pem);

        assertThat(problem(model.state())).isEqualTo(new Problem.PemNotUsable(pem));
        assertThat(((Refused) model.state()).retype()).isFalse();
    }

    @Test
    void whatIsNoKeyFileIsRefusedAtOnce(@TempDir Path folder) throws IOException {
        Path text = Files.writeString(folder.resolve("catatan.p12"), "bukan sertifikat");
        choose(text);

        assertThat(problem(model.state())).isEqualTo(new Problem.NotPkcs12(text));
    }

    @Test
    void anExpiredCertificateIsShownButDoesNotSign() throws IOException {
        Opened opened = (Opened) open("EXPIRED");

        assertThat(opened.light()).isEqualTo(Light.MERAH);
        assertThat(opened.objection()).get().isInstanceOf(Problem.CertificateExpired.class);
        assertThat(opened.identity().nama()).isEqualTo("Joko Kedaluwarsa Latihan");
        assertThat(model.passphraseForSigning()).isEmpty();
    }

    @Test
    void aCertificateForAnotherUseDoesNotSign() throws IOException {
        assertThat(((Opened) open("WRONG_USAGE")).objection()).get().isInstanceOf(Problem.WrongKeyUsage.class);
    }

    @Test
    void theLightTurnsAmberThirtyDaysBeforeTheEnd() throws IOException {
        Instant end = ((Opened) open("PPSPM")).identity().notAfter();

        model = model(InstantSource.fixed(end.minus(Duration.ofDays(30))), PATIENCE);
        assertThat(((Opened) open("PPSPM")).light()).isEqualTo(Light.HIJAU);

        model = model(InstantSource.fixed(end.minus(Duration.ofDays(30)).plusSeconds(1)), PATIENCE);
        Opened late = (Opened) open("PPSPM");
        assertThat(late.light()).isEqualTo(Light.JINGGA);
        assertThat(late.daysLeft()).isEqualTo(29);
        assertThat(model.passphraseForSigning()).isPresent();
    }

    @Test
    void lockingForgetsThePassphraseButNotTheOwner() throws IOException {
        open("PPSPM");
        model.lock();

        assertThat(((Opened) model.state()).unlocked()).isFalse();
        assertThat(model.passphraseForSigning()).isEmpty();
    }

    @Test
    void anotherFileForgetsThePassphrase() throws IOException {
        open("PPSPM");
        choose(practice.official("PPK").p12());

        assertThat(model.state()).isEqualTo(new Chosen(practice.official("PPK").p12()));
        assertThat(model.passphraseForSigning()).isEmpty();
    }
}
