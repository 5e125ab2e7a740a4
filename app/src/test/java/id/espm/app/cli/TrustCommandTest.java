package id.espm.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import id.espm.app.Practice;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

@ExtendWith(Practice.Extension.class)
class TrustCommandTest {
    @TempDir
    Path home;

    private Program program;
    private Path root;

    @BeforeEach
    void prepare(Practice practice) {
        program = new Program(home);
        root = Path.of(practice.trust(), "root.pem");
    }

    @Test
    void nobodyIsTrustedBeforeSomebodyWasAdded() {
        Program.Result result = program.run("trust", "list");

        assertThat(result.exit()).isZero();
        assertThat(result.out()).contains("Belum ada");
    }

    @Test
    void anIssuerIsTrustedOnceAPersonComparedItsFingerprint() {
        Program.Result added = program.typing("ya").run("trust", "add", root);

        assertThat(added.exit()).as(added.all()).isZero();
        assertThat(added.out()).contains("Root CA LATIHAN", "Sidik jari SHA-256", "tidak dikenal", "Dipercaya");
        JsonNode anchor = Documents.read(
                        "trust", program.run("trust", "list", "--json").out())
                .at("/anchors/0");
        assertThat(anchor.path("name").asString()).startsWith("Root CA LATIHAN");
        assertThat(added.out()).contains(anchor.path("fingerprint").asString());
    }

    @Test
    void whoDoesNotAgreeChangesNothing() {
        Program.Result refused = program.typing("nanti").run("trust", "add", root);

        assertThat(refused.exit()).isEqualTo(2);
        assertThat(refused.err()).contains("Tidak ditambahkan");
        assertThat(program.run("trust", "list").out()).contains("Belum ada");
    }

    @Test
    void aScriptGivesTheWholeFingerprint() {
        assertThat(program.run("trust", "add", root).exit()).isEqualTo(2);
        assertThat(program.run("trust", "add", root, "--fingerprint", "4A:3A").exit())
                .isEqualTo(2);
        String print = program.run("trust", "add", root, "--fingerprint", "00").out();
        String whole = print.lines()
                .filter(line -> line.startsWith("Sidik jari"))
                .map(line -> line.substring(line.indexOf(": ") + 2))
                .findFirst()
                .orElseThrow();

        assertThat(program.run("trust", "add", root, "--fingerprint", whole.toLowerCase(Locale.ROOT))
                        .exit())
                .isZero();
        Program.Result removed = program.run("trust", "remove", whole.substring(0, 23));
        assertThat(removed.exit()).as(removed.all()).isZero();
        assertThat(program.run("trust", "list").out()).contains("Belum ada");
        assertThat(program.run("trust", "remove", whole).exit()).isEqualTo(3);
    }

    @Test
    void whatIsNoIssuerIsRefused(Practice practice) throws Exception {
        Path official = Files.write(
                home.resolve("ppspm.der"),
                practice.official("PPSPM").key().certificate().getEncoded());

        Program.Result result = program.typing("ya").run("trust", "add", official);

        assertThat(result.exit()).isEqualTo(3);
        assertThat(result.err()).contains("bukan sertifikat penerbit");
        assertThat(program.run("trust", "add", home.resolve("x.pem")).exit()).isEqualTo(5);
    }
}
