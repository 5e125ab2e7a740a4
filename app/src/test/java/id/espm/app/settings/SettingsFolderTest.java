package id.espm.app.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import id.espm.app.settings.SettingsFolder.Platform;
import id.espm.signer.Jabatan;
import id.espm.signer.Kppn;
import id.espm.signer.Problem;
import id.espm.signer.Problem.PackageDescriptionInvalid;
import id.espm.signer.Problem.PackageDescriptionInvalid.Flaw;
import id.espm.signer.Satker;
import id.espm.signer.SignatureLevel;
import id.espm.signer.SignerException;
import id.espm.signer.key.PublicKeyPin;
import id.espm.signer.rules.Rules;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsFolderTest {
    @TempDir
    Path home;

    @Nested
    class Place {
        private Path root(Map<String, String> environment, String os) {
            return SettingsFolder.locate(Optional.empty(), new Platform(environment, os, home))
                    .root();
        }

        @Test
        void eachPlatformHasItsOwn() {
            assertThat(root(Map.of(), "Linux")).isEqualTo(home.resolve(".config/espm-signer"));
            assertThat(root(Map.of("XDG_CONFIG_HOME", "/cfg"), "Linux")).isEqualTo(Path.of("/cfg/espm-signer"));
            assertThat(root(Map.of("APPDATA", "/roaming"), "Windows 11")).isEqualTo(Path.of("/roaming/espm-signer"));
            assertThat(root(Map.of(), "Windows 11")).isEqualTo(home.resolve("AppData/Roaming/espm-signer"));
            assertThat(root(Map.of(), "Mac OS X")).isEqualTo(home.resolve("Library/Application Support/espm-signer"));
        }

        @Test
        void theCallGoesBeforeTheVariableAndThatBeforeThePlatform() {
            Platform platform = new Platform(Map.of("ESPM_HOME", "/variable"), "Linux", home);

            assertThat(SettingsFolder.locate(Optional.empty(), platform).root()).isEqualTo(Path.of("/variable"));
            assertThat(SettingsFolder.locate(Optional.of(Path.of("/call")), platform)
                            .root())
                    .isEqualTo(Path.of("/call"));
        }
    }

    @Test
    void anEmptyFolderHasDefaults() throws IOException, SignerException {
        SettingsFolder folder = new SettingsFolder(home.resolve("none"));

        assertThat(folder.profile()).isEqualTo(UserProfile.none());
        assertThat(folder.rules()).isEqualTo(Rules.builtIn());
        assertThat(folder.anchors().certificates()).isEmpty();
        assertThat(home.resolve("none")).doesNotExist();
    }

    @Test
    void aProfileIsReadAsItWasSaved() throws IOException, SignerException {
        SettingsFolder folder = new SettingsFolder(home.resolve("a"));
        UserProfile profile = new UserProfile.Builder()
                .p12(Optional.of(home.resolve("siti.p12")))
                .jabatan(Optional.of(Jabatan.PPSPM))
                .satker(Optional.of(new Satker("527010")))
                .kppn(Optional.of(new Kppn("082")))
                .tahun(Optional.of(2026))
                .lokasi(Optional.of("Tolitoli"))
                .alasan(Optional.of("Sesuai DIPA"))
                .zona(Optional.of(ZoneId.of("Asia/Makassar")))
                .kppnZona(Optional.of(ZoneId.of("Asia/Jayapura")))
                .url(Optional.of(URI.create("https://espm.kemenkeu.go.id")))
                .user(Optional.of("operator527010"))
                .signature(new SignatureSettings(
                        Optional.of(SignatureLevel.B_LT),
                        List.of(URI.create("https://tsa.example/a"), URI.create("http://tsa.example/b")),
                        Optional.of(home.resolve("tsa.txt"))))
                .key(new KeySettings(
                        Optional.of("4F:20"),
                        Optional.of(home.resolve("token.so")),
                        Optional.of("PPSPM"),
                        List.of("2.5.4.13", "0.9.2342.19200300.100.1.1"),
                        KeySettings.RevocationMode.REQUIRE))
                .adkPasswordFile(Optional.of(home.resolve("adk.txt")))
                .pac(Optional.of(URI.create("http://proxy.kantor/proxy.pac")))
                .updates(new UpdateSettings(
                        Optional.of(URI.create("https://rilis.kantor/rilis.p7m")), Set.of(pin('A'), pin('B')), true))
                .build();

        folder.save(profile);

        assertThat(folder.profile()).isEqualTo(profile);
        assertThat(new UserProfile.Builder(profile).build()).isEqualTo(profile);
        assertThat(folder.root()).isDirectoryNotContaining("glob:**.part");
    }

    @ParameterizedTest
    @CsvSource({"WIB, Asia/Jakarta", "wita, Asia/Makassar", "WIT, Asia/Jayapura", "Asia/Pontianak, Asia/Pontianak"})
    void zonesHaveTheirIndonesianNames(String said, String zone) throws IOException, SignerException {
        assertThat(write("{\"zona\": \"" + said + "\"}").profile().zoneOrSystem())
                .isEqualTo(ZoneId.of(zone));
    }

    @Test
    void theKeyIsFoundBesideTheProfile() throws IOException, SignerException {
        assertThat(write("{\"p12\": \"siti.p12\"}").profile().p12()).contains(home.resolve("siti.p12"));
    }

    @Test
    void aProxyScriptIsAnAddressOrAFile() throws IOException, SignerException {
        for (String said :
                new String[] {"kantor.pac", home.resolve("kantor.pac").toString(), "file:" + home + "/kantor.pac"}) {
            assertThat(write("{\"pac\": \"" + said + "\"}").profile().pac())
                    .contains(home.resolve("kantor.pac").toUri());
        }
        assertThat(write("{\"pac\": \"https://proxy.kantor/p.pac\"}").profile().pac())
                .contains(URI.create("https://proxy.kantor/p.pac"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"passphrase\": \"x\"} | UNKNOWN_KEY | passphrase",
                "{\"satker\": \"52701\"} | WRONG_VALUE | satker",
                "{\"satker\": 527010} | WRONG_VALUE | satker",
                "{\"tahun\": \"2026\"} | WRONG_VALUE | tahun",
                "{\"jabatan\": \"CAMAT\"} | WRONG_VALUE | jabatan",
                "{\"zona\": \"Mars/Olympus\"} | WRONG_VALUE | zona",
                "{\"url\": \":\"} | WRONG_VALUE | url",
                "{\"lokasi\": \"\"} | WRONG_VALUE | lokasi",
                "{\"level\": \"B-Z\"} | WRONG_VALUE | level",
                "{\"tsa\": \"http://tsa.example/\"} | WRONG_VALUE | tsa",
                "{\"tsa\": [\"ftp://tsa.example/\"]} | WRONG_VALUE | tsa",
                "{\"tsa\": [7]} | WRONG_VALUE | tsa",
                "{\"serial\": \"siti\"} | WRONG_VALUE | serial",
                "{\"nikPlaces\": [\"nik\"]} | WRONG_VALUE | nikPlaces",
                "{\"nikPlaces\": \"2.5.4.13\"} | WRONG_VALUE | nikPlaces",
                "{\"revocation\": \"perhaps\"} | WRONG_VALUE | revocation",
                "{\"pac\": \"ftp://proxy.kantor/p.pac\"} | WRONG_VALUE | pac",
                "{\"pac\": \"https:p.pac\"} | WRONG_VALUE | pac",
                "{\"pac\": \"http://budi:rahasia@proxy.kantor/p.pac\"} | WRONG_VALUE | pac",
                "{\"pac\": \"file://server/p.pac\"} | WRONG_VALUE | pac",
                "{\"updates\": true} | WRONG_VALUE | updates",
                "{\"updates\": {\"install\": true}} | UNKNOWN_KEY | updates.install",
                "{\"updates\": {\"daily\": \"yes\"}} | WRONG_VALUE | updates.daily",
                "{\"updates\": {\"address\": \"rilis.p7m\"}} | WRONG_VALUE | updates.address",
                "{\"updates\": {\"keys\": [\"sha256/x\"]}} | WRONG_VALUE | updates.keys",
                "{\"updates\": {\"keys\": \"sha256/x\"}} | WRONG_VALUE | updates.keys",
                "[] | NOT_JSON | 1:1"
            })
    void aWrongProfileNamesTheKey(String json, Flaw flaw, String key) throws IOException {
        SettingsFolder folder = write(json);

        assertThatExceptionOfType(SignerException.class)
                .isThrownBy(folder::profile)
                .satisfies(e -> assertThat(e.problem())
                        .isEqualTo(new PackageDescriptionInvalid(folder.profileFile(), flaw, key)));
    }

    @Test
    void aProfileThatIsNoJsonNamesThePlace() throws IOException {
        SettingsFolder folder = write("{\"satker\": ");

        assertThatExceptionOfType(SignerException.class)
                .isThrownBy(folder::profile)
                .satisfies(e -> assertThat(e.problem()).isInstanceOf(PackageDescriptionInvalid.class));
    }

    @Test
    void rulesInTheFolderReplaceTheBuiltInOnes() throws IOException {
        Files.writeString(home.resolve("rules.json"), "{ \"jenis\": 5 }");

        assertThatExceptionOfType(SignerException.class)
                .isThrownBy(() -> new SettingsFolder(home).rules())
                .satisfies(e -> assertThat(e.problem()).isInstanceOf(Problem.RulesInvalid.class));
    }

    @Test
    void nobodyIsAskedForANewerVersionUnlessSomebodySaysSo() throws IOException, SignerException {
        assertThat(write("{\"updates\": {}}").profile().updates()).isEqualTo(UpdateSettings.none());
        assertThat(write("{\"updates\": {\"keys\": [\"" + pin('A') + "\"]}}")
                        .profile()
                        .updates())
                .isEqualTo(new UpdateSettings(Optional.empty(), Set.of(pin('A')), false));
    }

    private static PublicKeyPin pin(char digit) {
        return new PublicKeyPin("sha256/" + String.valueOf(digit).repeat(43) + "=");
    }

    private SettingsFolder write(String profile) throws IOException {
        SettingsFolder folder = new SettingsFolder(home);
        Files.writeString(folder.profileFile(), profile);
        return folder;
    }
}
