package id.espm.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import id.espm.app.Practice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

@ExtendWith(Practice.Extension.class)
class ExtractCommandTest {
    /** The ADK begins within the first hundred bytes of its .p7m. */
    private static final int INSIDE_ADK = 200;

    @TempDir
    Path home;

    private Practice practice;
    private Program program;
    private Path bundle;
    private Path out;

    @BeforeEach
    void signABundle(Practice shared) throws IOException {
        practice = shared;
        program = new Program(home);
        bundle = VerifyCommandTest.signed(program, practice, "SPM", "PPSPM", home.resolve("signed"));
        out = home.resolve("out");
    }

    @Test
    void theAdkComesBackBitForBitAndThePdfSigned() throws IOException {
        Program.Result result = program.run("extract", bundle, "--out", out, "--json");

        assertThat(result.exit()).as(result.err()).isZero();
        JsonNode files = Documents.read("extract", result.out()).path("files");
        assertThat(files).hasSize(8);
        Path original = practice.paket("SPM");
        assertThat(out.resolve("00123A.zip")).hasSameBinaryContentAs(original.resolve("00123A.zip"));
        assertThat(out.resolve("adk.zip")).hasSameBinaryContentAs(original.resolve("00124A/adk.zip"));
        assertThat(program.run("verify", out.resolve("00123A-spm.pdf"), "--trust", practice.trust())
                        .exit())
                .isZero();
    }

    @Test
    void existingFilesStayWithoutForce() throws IOException {
        Files.createDirectory(out);
        Path mine = Files.writeString(out.resolve("00123A.zip"), "milik saya");

        Program.Result result = program.run("extract", bundle, "--out", out, "--json");

        assertThat(result.exit()).isEqualTo(5);
        assertThat(Documents.read("extract", result.out()).at("/error/code").asString())
                .isEqualTo("OUTPUT_EXISTS");
        assertThat(mine).hasContent("milik saya");
        assertThat(out).isDirectoryNotContaining("glob:**.pdf");
        assertThat(program.run("extract", bundle, "--out", out, "--force").exit())
                .isZero();
    }

    @Test
    void aDamagedBundleGivesNothing() throws IOException {
        Path broken = Zips.flip(bundle, "adk/00123A.zip.p7m", INSIDE_ADK, home.resolve("broken.asice"));

        Program.Result result = program.run("extract", broken, "--out", out);

        assertThat(result.exit()).isEqualTo(5);
        assertThat(result.err()).contains("adk/00123A.zip.p7m");
        assertThat(out).isEmptyDirectory();
    }

    @Test
    void theFolderMustBeNamed() {
        assertThat(program.run("extract", bundle).exit()).isEqualTo(2);
    }
}
