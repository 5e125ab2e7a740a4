package id.espm.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import id.espm.app.Practice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

@ExtendWith(Practice.Extension.class)
class BatchCommandTest {
    @TempDir
    Path home;

    private Practice practice;
    private Program program;
    private Path inbox;
    private Path out;

    @BeforeEach
    void prepare(Practice shared) throws IOException {
        practice = shared;
        program = new Program(home);
        inbox = Files.createDirectory(home.resolve("paket"));
        out = home.resolve("out");
    }

    private void put(String sample, String as) throws IOException {
        copy(practice.paket(sample), inbox.resolve(as));
    }

    private static void copy(Path from, Path to) throws IOException {
        List<Path> all;
        try (Stream<Path> walked = Files.walk(from)) {
            all = walked.toList();
        }
        for (Path path : all) {
            Files.copy(path, to.resolve(from.relativize(path).toString()));
        }
    }

    @Test
    void aPackageThatFailsIsSetAsideAndTheRestIsFinished() throws IOException {
        put("SPM", "a");
        put("SPM-6", "b");
        put("SPM_KOREKSI", "c");

        Program.Result result =
                program.run("batch", inbox, practice.key("PPSPM"), "--out", out, "--jobs", "2", "--json");

        assertThat(result.exit()).isEqualTo(1);
        JsonNode document = Documents.read("sign", result.out());
        assertThat(document.path("packages")
                        .valueStream()
                        .map(p -> p.path("status").asString()))
                .containsExactly("signed", "failed", "signed");
        assertThat(document.at("/packages/1/error/code").asString()).isEqualTo("TOO_MANY_SPM");
        assertThat(document.at("/summary/signed").asInt()).isEqualTo(2);
        assertThat(result.err()).contains("[3/3]");
        try (Stream<Path> files = Files.list(out)) {
            assertThat(files).hasSize(2);
        }
    }

    @Test
    void theOptionMeansTheCommand() throws IOException {
        put("GAJI", "gaji");

        Program.Result result = program.run("--json", "--batch", inbox, practice.key("KPA"), "--out", out);

        assertThat(result.exit()).as(result.err()).isZero();
        assertThat(Documents.read("sign", result.out()).at("/summary/signed").asInt())
                .isEqualTo(1);
        assertThat(program.run("--batch=" + inbox, "--dry-run").exit()).isZero();
    }

    @Test
    void theOnlyPackageGivesItsOwnCode() throws IOException {
        put("SPM-6", "only");

        assertThat(program.run("batch", inbox, practice.key("PPSPM"), "--out", out)
                        .exit())
                .isEqualTo(5);
    }

    @Test
    void aWrongPassphraseIsAskedForOnceAndSkipsAll() throws IOException {
        put("SPM", "a");
        put("SPM_KOREKSI", "b");

        Program.Result result = program.typing("salah")
                .run("batch", inbox, "--p12", practice.official("PPSPM").p12(), "--out", out, "--json");

        assertThat(result.exit()).isEqualTo(3);
        JsonNode document = Documents.read("sign", result.out());
        assertThat(document.at("/summary/skipped").asInt()).isEqualTo(2);
        assertThat(document.at("/packages/1/error/code").asString()).isEqualTo("WRONG_PASSPHRASE");
        assertThat(out).doesNotExist();
    }

    @Test
    void noPassphraseIsAskedForWhereNothingCanBeSigned() throws IOException {
        put("SPM-6", "a");

        Program.Result result =
                program.run("batch", inbox, "--p12", practice.official("PPSPM").p12());

        assertThat(result.exit()).isEqualTo(5);
        assertThat(result.err()).doesNotContain("assphrase");
    }

    @Test
    void aFolderWithoutAnyPackageIsTold() throws IOException {
        assertThat(program.run("batch", inbox, practice.key("PPSPM")).exit()).isEqualTo(5);
        assertThat(program.run("batch", inbox.resolve("none"), practice.key("PPSPM"))
                        .exit())
                .isEqualTo(5);
    }
}
