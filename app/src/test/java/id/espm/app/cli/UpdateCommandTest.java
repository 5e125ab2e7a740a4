package id.espm.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import id.espm.app.update.ReleaseKey;
import id.espm.app.update.ReleaseServer;
import id.espm.app.update.ReleaseText;
import id.espm.signer.Sha256;
import id.espm.signer.key.PublicKeyPin;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The program that is tested does not know its own version, which stands in its jar: what it says is UNKNOWN. */
class UpdateCommandTest {
    private static final ReleaseKey KEY = ReleaseKey.make();

    @RegisterExtension
    private static final ReleaseServer SERVER = ReleaseServer.start();

    @TempDir
    private Path home;

    private Program program;

    @BeforeEach
    void setUp() throws IOException {
        program = new Program(home).clock(Clock.fixed(Instant.parse(ReleaseText.NOW), ZoneOffset.UTC));
        profile(KEY.pin());
        SERVER.requests().clear();
        SERVER.serve(KEY.sign(ReleaseText.with(root -> {
            ObjectNode deb = (ObjectNode) ((ArrayNode) root.path("packages")).get(0);
            deb.put(
                    "sha256",
                    Sha256.of("paket".getBytes(StandardCharsets.UTF_8)).hex());
        })));
    }

    private void profile(PublicKeyPin pin) throws IOException {
        Files.createDirectories(program.settings());
        Files.writeString(
                program.settings().resolve("profile.json"),
                "{\"updates\": {\"address\": \"" + SERVER.address() + "\", \"keys\": [\"" + pin + "\"]}}");
    }

    private JsonNode document(Program.Result result) {
        return Documents.read("update", result.out());
    }

    @Test
    void theNewestVersionIsToldWithItsPageAndTheHashesForThisSystem() {
        Program.Result result = program.run("update", "check");

        assertThat(result.exit()).as(result.all()).isEqualTo(1);
        assertThat(result.out())
                .contains(
                        "(development)",
                        "Versi terbaru 0.2.0, terbit 30 November 2026",
                        ReleaseText.PAGE,
                        ReleaseText.DEB,
                        "58,0 MB",
                        "SHA-256: " + Sha256.of("paket".getBytes(StandardCharsets.UTF_8)))
                .doesNotContain(ReleaseText.MSI);
        assertThat(result.err()).contains("127.0.0.1", "tanpa data apa pun");
        assertThat(program.run("update", "check", "--lang", "en", "-q").all())
                .contains("The newest is 0.2.0, of 30 November 2026")
                .doesNotContain("Asking");
    }

    @Test
    void itIsToldInJsonToo() {
        JsonNode document = document(program.run("update", "check", "--json"));

        assertThat(document.path("verdict").asString()).isEqualTo("UNKNOWN");
        assertThat(document.path("error").isNull()).isTrue();
        assertThat(document.at("/release/version").asString()).isEqualTo("0.2.0");
        assertThat(document.at("/release/packages")).hasSize(2);
        assertThat(document.path("verified").isNull()).isTrue();
    }

    @Test
    void whatIsRefusedHasItsNameAndItsExitCode() throws IOException {
        profile(ReleaseKey.make().pin());

        Program.Result result = program.run("update", "check", "--json");

        assertThat(result.exit()).isEqualTo(4);
        assertThat(result.err()).contains("kunci yang tidak dikenal", KEY.pin().text());
        JsonNode document = document(result);
        assertThat(document.at("/error/code").asString()).isEqualTo("UPDATE_KEY_UNKNOWN");
        assertThat(document.path("release").isNull()).isTrue();
        assertThat(program.settings().resolve("update.p7m")).doesNotExist();
    }

    @Test
    void withoutAKeyNobodyIsAsked() throws IOException {
        Files.delete(program.settings().resolve("profile.json"));

        Program.Result result = program.run("update", "check");

        assertThat(result.exit()).isEqualTo(4);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).startsWith("espm-signer: Program ini belum membawa kunci");
        assertThat(SERVER.requests()).isEmpty();
    }

    @Test
    void aDownloadedPackageIsHeldAgainstTheSignedFile() throws IOException {
        Path genuine = Files.writeString(home.resolve("unduhan.deb"), "paket");
        Path changed = Files.writeString(home.resolve(ReleaseText.DEB), "paket lain");

        Program.Result good = program.run("update", "check", "--verify", genuine);
        Program.Result bad = program.run("update", "check", "--verify", changed);
        Program.Result strange =
                program.run("update", "check", "--verify", program.settings().resolve("profile.json"));

        assertThat(good.exit()).as(good.all()).isZero();
        assertThat(good.out()).contains("unduhan.deb asli", ReleaseText.DEB);
        assertThat(bad.exit()).isEqualTo(1);
        assertThat(bad.out()).contains("BUKAN");
        assertThat(strange.exit()).isEqualTo(1);
        JsonNode verified = document(program.run("update", "check", "--json", "--verify", changed))
                .path("verified");
        assertThat(verified.path("verdict").asString()).isEqualTo("CHANGED");
        assertThat(verified.path("published").isNull()).isTrue();
    }

    @Test
    void aFileThatIsNotThereIsToldBeforeAnybodyIsAsked() {
        assertThat(program.run("update", "check", "--verify", home.resolve("tiada.deb"))
                        .exit())
                .isEqualTo(5);
        assertThat(SERVER.requests()).isEmpty();
    }

    @Test
    void anAnswerThatCannotBeKeptIsNone() throws IOException {
        Files.createDirectories(program.settings().resolve("update.p7m").resolve("x"));

        assertThat(program.run("update", "check").exit()).isEqualTo(5);
    }

    @Test
    void theCommandAloneIsAWrongCall() {
        assertThat(program.run("update").exit()).isEqualTo(2);
    }
}
