package id.espm.app.gui;

import static org.assertj.core.api.Assertions.assertThat;

import id.espm.app.espm.EspmSettings;
import id.espm.app.gui.bench.PracticeExtension;
import id.espm.app.gui.look.Failure;
import id.espm.app.settings.SettingsFolder;
import id.espm.app.settings.UserProfile;
import id.espm.sandbox.PracticeFolder;
import id.espm.signer.Jabatan;
import id.espm.signer.Jenis;
import id.espm.signer.Satker;
import id.espm.signer.paket.PackageDetails;
import id.espm.signer.paket.PackageFolder;
import id.espm.signer.paket.SigningPackage;
import id.espm.signer.rules.Rules;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(PracticeExtension.class)
class GuiSetupTest {
    private final PracticeFolder practice;

    @TempDir
    private Path folder;

    GuiSetupTest(PracticeFolder practice) {
        this.practice = practice;
    }

    private GuiServices services() {
        return new GuiSetup(new SettingsFolder(folder), Clock.systemUTC()).services();
    }

    private SigningPackage paket() throws Exception {
        return PackageFolder.read(practice.packages().resolve("SPM"), PackageDetails.none(), PackageDetails.none());
    }

    @Test
    void withoutAnySettingTheWindowOpensWithDefaults() throws Exception {
        GuiServices services = services();

        assertThat(services.setupFailure()).isEmpty();
        assertThat(services.profile()).isEqualTo(UserProfile.none());
        assertThat(services.espmAddress()).isEqualTo(EspmSettings.ESPM);
        assertThat(services.signing().rules()).isEqualTo(Rules.builtIn());
        assertThat(services.signing().folder().apply(paket()))
                .isEqualTo(practice.packages().resolve("ditandatangani"));
        assertThat(services.signing().alasan().apply(Jenis.SPM)).contains("SPM");
    }

    @Test
    void whatIsSetUpIsUsed() throws Exception {
        UserProfile profile = new UserProfile.Builder()
                .p12(Optional.of(practice.official("PPSPM").p12()))
                .jabatan(Optional.of(Jabatan.PPSPM))
                .satker(Optional.of(new Satker("527010")))
                .alasan(Optional.of("Disetujui"))
                .zona(Optional.of(ZoneId.of("Asia/Jayapura")))
                .url(Optional.of(URI.create("https://espm.example.go.id")))
                .user(Optional.of("ppspm"))
                .build();
        new SettingsFolder(folder).save(profile);

        GuiServices services = services();

        assertThat(services.setupFailure()).isEmpty();
        assertThat(services.profile()).isEqualTo(profile);
        assertThat(services.signing().alasan().apply(Jenis.SPM)).isEqualTo("Disetujui");
        assertThat(services.signing().clock().getZone()).isEqualTo(ZoneId.of("Asia/Jayapura"));
        assertThat(services.espmAddress()).isEqualTo(URI.create("https://espm.example.go.id"));
    }

    @Test
    void settingsThatCannotBeReadAreToldAndTheWindowOpensAllTheSame() throws IOException {
        Files.writeString(folder.resolve("rules.json"), "{");
        GuiServices services = services();

        assertThat(services.setupFailure()).get().isInstanceOf(Failure.OfSigner.class);
        assertThat(services.signing().rules()).isEqualTo(Rules.builtIn());
    }
}
