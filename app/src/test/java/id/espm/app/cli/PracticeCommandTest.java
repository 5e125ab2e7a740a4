package id.espm.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The whole chain, with nothing set up before. */
class PracticeCommandTest {
    @TempDir
    Path home;

    private Program program;
    private Path dir;

    @BeforeEach
    void prepare() {
        program = new Program(home);
        dir = home.resolve("latihan");
    }

    @Test
    void oneRunDoesTheWholeChainAndASecondOneDoesItAgain() throws IOException {
        Program.Result first = program.run("practice", "run", "--dir", dir, "--json");
        Program.Result second = program.run("practice", "run", "--dir", dir);

        assertThat(first.exit()).as(first.all()).isZero();
        JsonNode summary = Documents.read("practice", first.out());
        assertThat(summary.path("jenis")
                        .valueStream()
                        .filter(j -> !j.path("submission").isNull()))
                .hasSize(11)
                .allSatisfy(j -> {
                    assertThat(j.at("/submission/status").asString()).isEqualTo("RECEIVED");
                    assertThat(j.at("/submission/kppnVerdict").asString()).isEqualTo("VALID");
                    assertThat(j.at("/submission/adkIdentical").asBoolean()).isTrue();
                    assertThat(Path.of(j.path("bundle").asString())).exists().hasParent(dir.resolve("bundles"));
                    assertThat(Path.of(j.at("/submission/folder").asString())).hasParent(dir.resolve("kppn"));
                });
        assertThat(summary.at("/refused/code").asString()).isEqualTo("TOO_MANY_SPM");
        assertThat(second.exit()).as(second.all()).isZero();
        assertThat(second.out()).contains("SURAT", "Enam SPM ditolak", "summary.json");
        Documents.read("practice", Files.readString(dir.resolve("summary.json")));
        assertThat(dir).isDirectoryNotContaining("glob:**/.espm-run-*");
        try (Stream<Path> bundles = Files.list(dir.resolve("bundles"))) {
            assertThat(bundles.filter(b -> b.toString().endsWith(".asice"))).hasSize(24);
        }
    }

    @Test
    void initMakesWhatIsNeededInTheSettingsFolder() {
        Program.Result result = program.run("practice", "init");

        assertThat(result.exit()).isZero();
        Path made = program.settings().resolve("practice");
        assertThat(made.resolve("ca/root.pem")).exists();
        assertThat(made.resolve("officials/PPSPM.p12")).exists();
        assertThat(made.resolve("packages/SPM-6/paket.json")).exists();
    }

    @Test
    void serveTellsItsAddressesInOneLineAndStaysUntilItIsStopped() throws Exception {
        Process process = ForkedProgram.start(home, "practice", "serve", "--dir", dir.toString());
        try {
            String line = process.inputReader().readLine();
            JsonNode addresses = Documents.read("practice-serve", line);
            HttpResponse<String> inbox = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(
                                            URI.create(addresses.path("inbox").asString()))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());

            assertThat(inbox.statusCode()).isEqualTo(200);
            String espm = addresses.path("espm").asString();
            await().untilAsserted(() -> assertThat(home.resolve("stderr.txt"))
                    .content()
                    .contains(espm + "/kppn/inbox", espm + "/kotak-surat/"));
            assertThat(process.isAlive()).isTrue();
            process.destroy();
            await().atMost(Duration.ofSeconds(20)).until(() -> !process.isAlive());
        } finally {
            process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        }
    }
}
