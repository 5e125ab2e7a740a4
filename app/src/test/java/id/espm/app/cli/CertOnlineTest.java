package id.espm.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import id.espm.app.Practice;
import id.espm.app.practice.PracticeSetup;
import id.espm.app.practice.PracticeWorld;
import id.espm.sandbox.PracticeFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The verdict on a certificate where its issuer and eSPM answer. */
@ExtendWith(Practice.Extension.class)
class CertOnlineTest {
    @TempDir
    Path home;

    private Practice practice;
    private Program program;
    private PracticeWorld world;

    @BeforeEach
    void startServers(Practice shared) throws IOException {
        practice = shared;
        PracticeFolder folder = practice.folder();
        PracticeSetup.init(folder.dir(), Clock.systemUTC());
        world = PracticeWorld.start(folder, home.resolve("espm"), 0, Clock.systemUTC());
        program = new Program(home);
    }

    @AfterEach
    void stopServers() {
        world.close();
    }

    private Program.Result cert(String official, String jabatan) {
        return program.run(
                "cert",
                practice.official(official).p12(),
                "--passphrase-file",
                practice.official(official).passphraseFile(),
                "--trust",
                practice.trust(),
                "--jabatan",
                jabatan,
                "--satker",
                "527010",
                "--espm",
                "--url",
                world.addresses().espm(),
                "--user",
                "ppspm527010",
                "--password-file",
                practice.folder().dir().resolve("officials").resolve("PPSPM.password"),
                "--json");
    }

    private static Map<String, String> outcomes(JsonNode document) {
        return document.path("checks")
                .valueStream()
                .collect(Collectors.toMap(
                        check -> check.path("check").asString(),
                        check -> check.path("outcome").asString()));
    }

    @Test
    void anAppointedOfficialWithARegisteredCertificatePassesEveryCheck() {
        Program.Result result = cert("PPSPM", "PPSPM");

        assertThat(result.exit()).as(result.all()).isZero();
        assertThat(outcomes(Documents.read("cert", result.out())))
                .containsEntry("REVOCATION", "PASSED")
                .containsEntry("REGISTRATION", "PASSED")
                .containsEntry("APPOINTMENT", "PASSED")
                .doesNotContainValue("REFUSED")
                .doesNotContainValue("CAUTION");
    }

    @Test
    void anotherPersonsCertificateIsNotRegistered() {
        Program.Result result = cert("PPK", "PPSPM");

        assertThat(result.exit()).isEqualTo(3);
        assertThat(Documents.read("cert", result.out()).at("/error/code").asString())
                .isEqualTo("SERIAL_NOT_REGISTERED");
    }

    @Test
    void aPositionThatEspmDoesNotKnowIsRefused() {
        Program.Result result = cert("PPSPM", "KPA");

        assertThat(result.exit()).isEqualTo(3);
        assertThat(Documents.read("cert", result.out()).at("/error/code").asString())
                .isEqualTo("OFFICIAL_NOT_APPOINTED");
    }

    @Test
    void withoutAnAccountThatHoldsEspmIsNotAsked() {
        Program.Result result = program.run(
                "cert",
                practice.official("PPSPM").p12(),
                "--passphrase-file",
                practice.official("PPSPM").passphraseFile(),
                "--espm",
                List.of("--url", world.addresses().espm(), "--user", "ppspm527010", "--password-file", "/dev/null"));

        assertThat(result.exit()).isEqualTo(4);
    }
}
