package id.espm.app.gui.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import id.espm.app.gui.bench.PracticeExtension;
import id.espm.app.gui.bench.UiQueue;
import id.espm.app.gui.certificate.CertificateGlance.Judged;
import id.espm.app.gui.certificate.CertificateGlance.Unseen;
import id.espm.app.gui.certificate.CertificateGlance.Unusable;
import id.espm.app.settings.SettingsFolder;
import id.espm.app.signing.KeyDesk;
import id.espm.sandbox.PracticeFolder;
import id.espm.sandbox.PracticeOfficial;
import id.espm.signer.authority.Light;
import id.espm.signer.key.Secret;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(PracticeExtension.class)
class CertificateRecallTest {
    private final PracticeFolder practice;
    private final UiQueue ui = new UiQueue();

    @TempDir
    private Path folder;

    private CertificateViewModel certificate;

    CertificateRecallTest(PracticeFolder practice) {
        this.practice = practice;
    }

    private CertificateRecall recall(Clock clock) {
        KeyDesk desk = KeyDesk.usual(clock);
        certificate = new CertificateViewModel(ui.background(), desk, clock, Duration.ofMinutes(5));
        return new CertificateRecall(ui.background(), desk, new SettingsFolder(folder), clock, certificate);
    }

    private Judged judged(CertificateRecall recall) {
        ui.until(() -> recall.glanceProperty().get() instanceof Judged);
        return (Judged) recall.glanceProperty().get();
    }

    private Judged open(CertificateRecall recall, String name) throws IOException, InterruptedException {
        PracticeOfficial official = practice.official(name);
        certificate.choose(official.p12());
        ui.until(() -> certificate.state() instanceof CertificateState.Chosen);
        certificate.open(Secret.copyOf(official.passphrase()));
        ui.until(() -> certificate.state() instanceof CertificateState.Opened);
        Judged judged = judged(recall);
        assertThat(ui.background().awaitEnd(Duration.ofSeconds(1)))
                .as("idle timer goes on")
                .isFalse();
        return judged;
    }

    @Test
    void aCertificateIsJudgedAtTheNextStartWithoutItsPassphrase() throws Exception {
        Judged first = open(recall(Clock.systemUTC()), "PPSPM");
        assertThat(first.opened()).isTrue();
        certificate.close();
        Instant later = Instant.now().plus(Duration.ofDays(660));

        CertificateRecall next = recall(Clock.fixed(later, ZoneOffset.UTC));
        next.begin(Optional.empty());
        Judged again = judged(next);

        assertThat(again.identity()).isEqualTo(first.identity());
        assertThat(again.opened()).isFalse();
        assertThat(again.seenAt()).isEqualTo(first.seenAt());
        assertThat(again.judgedAt()).isEqualTo(later);
        assertThat(again.assessment().light()).isEqualTo(Light.JINGGA);
        assertThat(certificate.state()).isInstanceOf(CertificateState.Chosen.class);
    }

    @Test
    void nothingSecretIsRemembered() throws Exception {
        open(recall(Clock.systemUTC()), "PPSPM");
        certificate.close();

        String kept = Files.readString(folder.resolve("certificate.json"), StandardCharsets.UTF_8);
        assertThat(kept)
                .contains("\"file\"", "\"seenAt\"", "\"chain\"")
                .doesNotContain(new String(practice.official("PPSPM").passphrase()));
    }

    @Test
    void aFileThatWasNeverOpenedIsNotJudged() {
        CertificateRecall recall = recall(Clock.systemUTC());
        Path file = practice.official("PPSPM").p12();
        recall.begin(Optional.of(file));
        ui.until(() -> recall.glanceProperty().get() instanceof Unseen);

        assertThat(recall.glanceProperty().get()).isEqualTo(new Unseen(file));
    }

    @Test
    void aPemIsSaidToBeUnusable() {
        CertificateRecall recall = recall(Clock.systemUTC());
        recall.begin(Optional.of(practice.trustAnchors().resolve("root.pem")));

        ui.until(() -> recall.glanceProperty().get() instanceof Unusable);
    }

    @Test
    void whatIsBrokenIsAsIfItWereNotThere() throws IOException {
        Files.writeString(folder.resolve("certificate.json"), "{");
        CertificateRecall recall = recall(Clock.systemUTC());
        recall.begin(Optional.of(practice.official("PPSPM").p12()));

        ui.until(() -> recall.glanceProperty().get() instanceof Unseen);
    }
}
