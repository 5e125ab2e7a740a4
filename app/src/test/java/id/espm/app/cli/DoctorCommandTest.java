package id.espm.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import id.espm.app.Practice;
import id.espm.app.practice.PracticeWorld;
import id.espm.app.settings.SeenCertificate;
import id.espm.app.settings.SettingsFolder;
import id.espm.app.settings.SignatureSettings;
import id.espm.app.settings.UserProfile;
import id.espm.sandbox.PracticeOfficial;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

@ExtendWith(Practice.Extension.class)
class DoctorCommandTest {
    private static final URI NOBODY = URI.create("http://127.0.0.1:1");

    @TempDir
    Path home;

    private Practice practice;
    private Program program;

    @BeforeEach
    void prepare(Practice shared) {
        practice = shared;
        program = new Program(home);
    }

    private void setUp(URI espm, List<URI> tsa, String official) throws IOException {
        SettingsFolder settings = new SettingsFolder(program.settings());
        PracticeOfficial who = practice.official(official);
        settings.save(new UserProfile.Builder()
                .p12(Optional.of(who.p12()))
                .user(Optional.of("ppspm527010"))
                .url(Optional.of(espm))
                .signature(new SignatureSettings(Optional.empty(), tsa, Optional.empty()))
                .build());
        settings.save(new SeenCertificate(who.p12(), Instant.now(), who.key().chain()));
        Path trust = Files.createDirectories(settings.trust());
        for (String anchor : List.of("root.pem", "intermediate.pem")) {
            Files.copy(practice.folder().trustAnchors().resolve(anchor), trust.resolve(anchor));
        }
    }

    private JsonNode json(Program.Result result) {
        return Documents.read("doctor", result.out());
    }

    private static Map<String, String> conditions(JsonNode document) {
        return document.path("checks")
                .valueStream()
                .collect(Collectors.toMap(
                        check -> check.path("subject").asString(),
                        check -> check.path("condition").asString(),
                        (one, other) -> one + " " + other,
                        LinkedHashMap::new));
    }

    private static String message(JsonNode document, String subject) {
        return document.path("checks")
                .valueStream()
                .filter(check -> check.path("subject").asString().equals(subject))
                .map(check -> check.path("message").asString() + " "
                        + check.path("next").asString())
                .collect(Collectors.joining());
    }

    @Test
    void whereEverythingAnswersNothingStandsInTheWay() throws IOException {
        try (PracticeWorld world = PracticeWorld.start(practice.folder(), home.resolve("espm"), 0, Clock.systemUTC())) {
            setUp(world.addresses().espm(), List.of(world.addresses().tsa()), "PPSPM");
            Program.Result result = program.run("doctor", "--json");

            assertThat(result.exit()).as(result.all()).isZero();
            JsonNode document = json(result);
            assertThat(document.path("well").asBoolean()).isTrue();
            assertThat(conditions(document))
                    .containsExactly(
                            entry("PROGRAM", "GOOD"),
                            entry("SETTINGS", "GOOD"),
                            entry("DISK", "GOOD"),
                            entry("FONTS", "GOOD"),
                            entry("TRUST", "GOOD"),
                            entry("HISTORY", "NOT_CHECKED"),
                            entry("CERTIFICATE", "GOOD"),
                            entry("REVOCATION", "GOOD"),
                            entry("PROXY", "GOOD"),
                            entry("ESPM", "GOOD"),
                            entry("TSA", "GOOD"),
                            entry("CLOCK", "GOOD"));
            assertThat(program.run("doctor").out())
                    .contains("baik       jam: ", "sesuai dengan jam 127.0.0.1", "Tidak ada yang menghalangi");
        }
    }

    @Test
    void aRevokedCertificateIsFoundWithTheNextStep() throws IOException {
        try (PracticeWorld world = PracticeWorld.start(practice.folder(), home.resolve("espm"), 0, Clock.systemUTC())) {
            setUp(world.addresses().espm(), List.of(), "REVOKED");
            Program.Result result = program.run("doctor", "--json");

            assertThat(result.exit()).isEqualTo(1);
            JsonNode document = json(result);
            assertThat(conditions(document)).containsEntry("REVOCATION", "BAD").containsEntry("CERTIFICATE", "GOOD");
            assertThat(message(document, "REVOCATION")).contains("dicabut pada", "OPIP");
        }
    }

    @Test
    void aFreshComputerIsToldWhatIsMissingAndNobodyIsAskedOffline() {
        Program.Result result = program.run("doctor", "--offline", "--json");

        assertThat(result.exit()).isZero();
        JsonNode document = json(result);
        assertThat(conditions(document))
                .containsEntry("TRUST", "CAUTION")
                .containsEntry("CERTIFICATE", "NOT_CHECKED")
                .containsEntry("ESPM", "NOT_CHECKED")
                .containsEntry("TSA", "NOT_CHECKED")
                .containsEntry("CLOCK", "NOT_CHECKED");
        assertThat(message(document, "TRUST")).contains("trust add");
        assertThat(program.settings()).doesNotExist();
    }

    @Test
    void aBrokenProfileIsOneFindingAmongTheOthers() throws IOException {
        Files.createDirectories(program.settings());
        Files.writeString(program.settings().resolve("profile.json"), "{");
        Program.Result result = program.run("doctor", "--offline", "--json");

        assertThat(result.exit()).isEqualTo(1);
        assertThat(conditions(json(result))).hasSize(12).containsEntry("SETTINGS", "BAD");
        assertThat(message(json(result), "SETTINGS")).contains("profile.json");
    }

    @Test
    void whoDoesNotAnswerIsNamed() throws IOException {
        setUp(NOBODY, List.of(NOBODY), "PPSPM");
        Program.Result result = program.run("doctor", "--lang", "en");

        assertThat(result.exit()).isEqualTo(1);
        assertThat(result.out())
                .contains("BAD     eSPM: " + NOBODY, "Signing does not need eSPM", "BAD     TSA: ")
                .contains("caution revocation: ")
                .contains("2 things are wrong");
    }

    @Test
    void aClockThatIsAheadOrWasSetBackIsTold() throws IOException {
        try (PracticeWorld world = PracticeWorld.start(practice.folder(), home.resolve("espm"), 0, Clock.systemUTC())) {
            setUp(world.addresses().espm(), List.of(), "PPSPM");
            Program.Result ahead = program.clock(Clock.offset(Clock.systemUTC(), Duration.ofMinutes(10)))
                    .run("doctor", "--json");
            assertThat(conditions(json(ahead))).containsEntry("CLOCK", "BAD");
            assertThat(message(json(ahead), "CLOCK")).contains("10 menit lebih cepat", "otomatis");
        }
        program.clock(Clock.systemUTC())
                .run(
                        "sign",
                        "--package",
                        practice.paket("SPM"),
                        practice.key("PPSPM"),
                        "--level",
                        "B-B",
                        "--out",
                        home);
        Program.Result back = program.clock(Clock.offset(Clock.systemUTC(), Duration.ofDays(-1)))
                .run("doctor", "--offline", "--json");

        assertThat(conditions(json(back))).containsEntry("CLOCK", "BAD").containsEntry("HISTORY", "GOOD");
        assertThat(message(json(back), "CLOCK")).contains("lebih awal daripada catatan terakhir");
    }

    @Test
    void theSupportFileHoldsNoPerson() throws IOException {
        setUp(NOBODY, List.of(), "PPSPM");
        PracticeOfficial who = practice.official("PPSPM");
        Path logs = Files.createDirectories(program.settings().resolve("logs"));
        Files.writeString(
                logs.resolve("espm-signer.log"),
                "failed for " + who.nik() + " in " + System.getProperty("user.home") + "/x\n");
        Path file = home.resolve("bantuan.zip");
        Program.Result result = program.run("doctor", "--offline", "--bundle", file);

        assertThat(result.err()).contains(file.toString(), "dapat dibuka dan dibaca");
        Map<String, String> inside = read(file);
        assertThat(inside.keySet())
                .containsExactly("doctor.json", "system.json", "profile.json", "logs/espm-signer.log");
        assertThat(inside.get("profile.json")).contains("\"user\" : true", NOBODY.toString());
        assertThat(inside.get("logs/espm-signer.log")).isEqualTo("failed for **************** in ~/x\n");
        assertThat(String.join("\n", inside.values()))
                .doesNotContain(who.nik(), "ppspm527010", "Siti", System.getProperty("user.home") + "/", ".p12");

        Program.Result again = program.run("doctor", "--offline", "--bundle", file);
        assertThat(again.exit()).isEqualTo(5);
        assertThat(again.err()).contains(file.toString());
        assertThat(program.run("doctor", "--offline", "--bundle", file, "--force")
                        .exit())
                .isZero();
    }

    private static Map<String, String> read(Path file) throws IOException {
        Map<String, String> inside = new LinkedHashMap<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry each : zip.stream().map(ZipEntry.class::cast).toList()) {
                inside.put(each.getName(), new String(zip.getInputStream(each).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return inside;
    }
}
