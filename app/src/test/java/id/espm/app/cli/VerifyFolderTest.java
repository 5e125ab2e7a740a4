package id.espm.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import id.espm.app.Practice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A whole folder of signed files. */
@ExtendWith(Practice.Extension.class)
class VerifyFolderTest {
    @TempDir
    Path home;

    private Practice practice;
    private Program program;
    private Path folder;

    @BeforeEach
    void fillAFolder(Practice shared) throws IOException {
        practice = shared;
        program = new Program(home);
        Path bundle = VerifyCommandTest.signed(program, practice, "RPD_HARIAN", "PPK", home.resolve("out"));
        Path parts = Zips.unpack(bundle, home.resolve("parts"));
        folder = Files.createDirectories(home.resolve("masuk"));
        Files.copy(bundle, folder.resolve("b.asice"));
        Files.copy(
                parts.resolve("META-INF/ASiCManifest-segel.xml"),
                Files.createDirectories(folder.resolve("tanda-terima")).resolve("a.json"));
        Files.copy(parts.resolve("META-INF/signature-segel.p7s"), folder.resolve("tanda-terima/a.json.p7s"));
        Files.copy(practice.paket("SPM").resolve("00123A-spm.pdf"), folder.resolve("c.PDF"));
        Files.writeString(folder.resolve("d.asice"), "bukan bundel");
        Files.writeString(folder.resolve("catatan.txt"), "bukan berkas bertanda tangan");
        Files.writeString(folder.resolve(".tersembunyi.pdf"), "%PDF-");
    }

    private Program.Result verify(Object... more) {
        return program.run("verify", folder, "--trust", practice.trust(), List.of(more));
    }

    @Test
    void whatLooksSignedIsJudgedInTheOrderOfNamesAndSummedUp() {
        Program.Result result = verify();

        assertThat(result.exit()).isEqualTo(1);
        assertThat(result.out().lines().filter(line -> line.startsWith(folder.toString())))
                .containsExactly(
                        folder.resolve("b.asice") + ": asli dan sah",
                        folder.resolve("c.PDF") + ": belum ditandatangani secara elektronik",
                        folder.resolve("d.asice") + ": tidak sah, tidak dapat dibaca",
                        folder.resolve("tanda-terima/a.json.p7s") + ": asli dan sah");
        assertThat(result.out())
                .endsWith("Selesai: 2 sah, 0 belum dapat dipastikan, 1 tidak sah, 1 tidak ditandatangani."
                        + System.lineSeparator());
    }

    @Test
    void theOrderIsTheSameWithManyWorkersAndInJson() {
        Program.Result one = verify("--json", "--jobs", "1");
        Program.Result many = verify("--json", "--jobs", "8");

        JsonNode files = Documents.read("verify", many.out()).path("files");
        assertThat(files.valueStream().map(f -> f.path("verdict").asString()))
                .containsExactly("VALID", "UNSIGNED", "INVALID", "VALID");
        assertThat(names(one)).isEqualTo(names(many));
        assertThat(many.err()).isEmpty();
    }

    private static List<String> names(Program.Result result) {
        return Documents.read("verify", result.out())
                .path("files")
                .valueStream()
                .map(f -> f.path("file").asString())
                .toList();
    }

    @Test
    void aFolderOfNothingButValidFilesIsZero() throws IOException {
        Files.delete(folder.resolve("c.PDF"));
        Files.delete(folder.resolve("d.asice"));

        assertThat(verify().exit()).isZero();
    }

    @Test
    void whatADetachedSignatureSignsNeedNotBeSignedItself() throws IOException {
        Path receipts = folder.resolve("tanda-terima");
        Files.move(receipts.resolve("a.json"), receipts.resolve("a.p7m"));
        Files.move(receipts.resolve("a.json.p7s"), receipts.resolve("a.p7m.p7s"));

        Program.Result whole = program.run("verify", receipts, "--trust", practice.trust());
        Program.Result named = program.run("verify", receipts.resolve("a.p7m"), "--trust", practice.trust());

        assertThat(whole.exit()).as(whole.all()).isZero();
        assertThat(whole.out()).doesNotContain("belum ditandatangani");
        assertThat(named.exit()).isEqualTo(1);
    }

    @Test
    void anEmptyFolderIsSaid() throws IOException {
        Program.Result result = program.run("verify", Files.createDirectory(home.resolve("kosong")));

        assertThat(result.exit()).isEqualTo(5);
        assertThat(result.err()).contains("Tidak ada berkas yang tampak ditandatangani");
    }

    @Test
    void aTerminalSeesHowFarItIs() {
        program.typing();

        assertThat(verify().err()).contains("[1/4] diperiksa").contains("[3/4] diperiksa (sisa kira-kira ");
    }
}
