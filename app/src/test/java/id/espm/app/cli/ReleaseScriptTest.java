package id.espm.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import id.espm.app.update.ReleaseServer;
import id.espm.sandbox.judge.ForeignTool;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What {@code installer/release-file} makes by {@code openssl cms} is what the program accepts. */
class ReleaseScriptTest {
    private static final Path SCRIPT =
            Path.of("..", "installer", "release-file").toAbsolutePath();
    private static final Pattern PIN = Pattern.compile("pin: (sha256/\\S+)");

    @TempDir
    private Path folder;

    private ForeignTool shell;

    @BeforeEach
    void makeKey() throws Exception {
        Optional<ForeignTool> openssl = ForeignTool.find("openssl");
        Optional<ForeignTool> sh = ForeignTool.find("sh");
        assumeTrue(openssl.isPresent() && sh.isPresent(), "openssl and sh are what the script needs");
        shell = sh.orElseThrow();
        ForeignTool.Result made = openssl.orElseThrow()
                .run(
                        folder,
                        "req",
                        "-x509",
                        "-newkey",
                        "rsa:2048",
                        "-nodes",
                        "-subj",
                        "/CN=Rilis UJI",
                        "-keyout",
                        "key.pem",
                        "-out",
                        "cert.pem");
        assertThat(made.exit()).as(made.output()).isZero();
        Files.writeString(folder.resolve("espm-signer_0.2.0_amd64.deb"), "paket");
        Files.writeString(folder.resolve("espm-signer-0.2.0.msi"), "paket lain");
    }

    private ForeignTool.Result run(String... more) throws Exception {
        List<String> call = new ArrayList<>(List.of(
                SCRIPT.toString(),
                "--version",
                "0.2.0",
                "--minimum",
                "0.1.0",
                "--page",
                "https://rilis.example.go.id/espm-signer/0.2.0",
                "--cert",
                "cert.pem",
                "--key",
                "key.pem",
                "--out",
                "rilis.p7m"));
        call.addAll(List.of(more));
        return shell.run(folder, call.toArray(String[]::new));
    }

    @Test
    void theProgramAcceptsItByTheKeyThatTheScriptNames() throws Exception {
        ForeignTool.Result made = run("espm-signer_0.2.0_amd64.deb", "espm-signer-0.2.0.msi");

        assertThat(made.exit()).as(made.output()).isZero();
        String json = made.output().substring(0, made.output().lastIndexOf('}') + 1);
        assertThat(Documents.read("release", json).path("packages")).hasSize(2);
        Matcher pin = PIN.matcher(made.output());
        assertThat(pin.find()).isTrue();
        try (ReleaseServer server = ReleaseServer.start()) {
            server.serve(Files.readAllBytes(folder.resolve("rilis.p7m")));
            Program program = new Program(folder);
            Files.createDirectories(program.settings());
            Files.writeString(
                    program.settings().resolve("profile.json"),
                    "{\"updates\": {\"address\": \"" + server.address() + "\", \"keys\": [\"" + pin.group(1) + "\"]}}");

            Program.Result result =
                    program.run("update", "check", "--json", "--verify", folder.resolve("espm-signer_0.2.0_amd64.deb"));

            assertThat(result.exit()).as(result.all()).isZero();
            JsonNode document = Documents.read("update", result.out());
            assertThat(document.at("/release/version").asString()).isEqualTo("0.2.0");
            assertThat(document.at("/release/packages/1/system").asString()).isEqualTo("windows");
            assertThat(document.at("/verified/verdict").asString()).isEqualTo("GENUINE");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "--version, latest, is no version",
        "--page, http://rilis.example.go.id/, no plain https address",
        "--page, https://rilis.example.go.id/\"x, no plain https address",
        "--days, 0, is no number",
        "--released, kemarin, is no day",
        "--key, none.pem, no key",
        "--size, 1, unknown option"
    })
    void aWrongCallMakesNothing(String option, String value, String complaint) throws Exception {
        ForeignTool.Result refused = run(option, value, "espm-signer_0.2.0_amd64.deb");

        assertThat(refused.exit()).isEqualTo(2);
        assertThat(refused.output()).contains(complaint);
        assertThat(folder.resolve("rilis.p7m")).doesNotExist();
        assertThat(folder.resolve("rilis.p7m.part")).doesNotExist();
    }

    @Test
    void aPackageOfNoKnownSystemMakesNothing() throws Exception {
        Files.writeString(folder.resolve("catatan.txt"), "x");

        assertThat(run("catatan.txt").exit()).isEqualTo(2);
        assertThat(run("tiada.deb").exit()).isEqualTo(2);
        assertThat(run().exit()).isEqualTo(2);
        assertThat(folder.resolve("rilis.p7m")).doesNotExist();
    }
}
