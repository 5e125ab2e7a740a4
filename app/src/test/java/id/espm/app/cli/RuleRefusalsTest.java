package id.espm.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import id.espm.app.Practice;
import id.espm.sandbox.samples.Adk;
import id.espm.sandbox.samples.DraftAdk;
import id.espm.signer.Jabatan;
import id.espm.signer.Jenis;
import id.espm.signer.rules.JenisRule;
import id.espm.signer.rules.Rules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Each rule refuses with its code, its clause, and in both languages. */
@ExtendWith(Practice.Extension.class)
class RuleRefusalsTest {
    private static final Rules RULES = Rules.builtIn();
    private static final LocalDate DATE = LocalDate.of(2026, 3, 2);

    @TempDir
    Path home;

    private Practice practice;
    private Program program;
    private Path adk;
    private Path pdf;

    @BeforeEach
    void prepare(Practice shared) throws IOException {
        practice = shared;
        program = new Program(home);
        adk = Files.writeString(home.resolve("00123A.zip"), "ADK");
        pdf = Files.copy(practice.paket("SPM").resolve("00123A-spm.pdf"), home.resolve("00123A-spm.pdf"));
    }

    /** Checks one package in both languages, and tells what was refused. */
    private JsonNode refused(String code, int exit, Object... call) {
        Program.Result indonesian = run(call, "--json");
        Program.Result english = run(call, "--lang", "en");

        assertThat(indonesian.exit()).as(indonesian.err()).isEqualTo(exit);
        assertThat(english.exit()).as(english.err()).isEqualTo(exit);
        JsonNode error = Documents.read("sign", indonesian.out()).at("/packages/0/error");
        assertThat(error.path("code").asString()).isEqualTo(code);
        assertThat(error.path("exit").asInt()).isEqualTo(exit);
        String message = error.path("message").asString();
        assertThat(message).isNotBlank();
        assertThat(indonesian.err()).contains(message).doesNotContainPattern("\\{[0-9]");
        assertThat(english.err()).isNotBlank().doesNotContain(message).doesNotContainPattern("\\{[0-9]");
        return error;
    }

    private Program.Result run(Object[] call, String... more) {
        List<Object> all = new ArrayList<>(Arrays.asList(call));
        all.addAll(List.of("--dry-run"));
        all.addAll(List.of(more));
        return program.run(all.toArray());
    }

    private static void names(JsonNode error, String... words) {
        assertThat(error.path("message").asString()).contains(words);
    }

    private static List<String> details(Jenis jenis, Jabatan jabatan) {
        return List.of(
                "--jenis",
                jenis.name(),
                "--satker",
                "527010",
                "--kppn",
                "082",
                "--tahun",
                "2026",
                "--jabatan",
                jabatan.name(),
                "--lokasi",
                "Tolitoli");
    }

    private static Jabatan allowed(Jenis jenis) {
        return RULES.of(jenis).jabatan().iterator().next();
    }

    /** The parts of a document, as options. */
    private List<Object> parts(boolean withAdk, boolean withPdf) {
        List<Object> parts = new ArrayList<>(List.of("--nomor", "00123A"));
        if (withAdk) {
            parts.addAll(List.of("--adk", adk));
        }
        if (withPdf) {
            parts.addAll(List.of("--lampiran", pdf));
        }
        return parts;
    }

    static Stream<Arguments> forbidden() {
        return Stream.of(Jenis.values())
                .flatMap(jenis -> Stream.of(Jabatan.values())
                        .filter(jabatan -> !RULES.of(jenis).jabatan().contains(jabatan))
                        .map(jabatan -> Arguments.of(jenis, jabatan)));
    }

    @ParameterizedTest
    @MethodSource("forbidden")
    void aPositionThatDoesNotSignIt(Jenis jenis, Jabatan jabatan) {
        JenisRule rule = RULES.of(jenis);
        List<Object> parts = parts(rule.adk() == JenisRule.Part.REQUIRED, rule.lampiran() == JenisRule.Part.REQUIRED);

        names(refused("JABATAN_MAY_NOT_SIGN", 3, "sign", details(jenis, jabatan), parts), rule.jabatanPasal());
    }

    static Stream<Arguments> misfits() {
        return Stream.of(Jenis.values())
                .flatMap(jenis -> Stream.of(
                        RULES.of(jenis).adk() == JenisRule.Part.REQUIRED
                                ? Arguments.of(jenis, "ADK_MISSING", false, true)
                                : Arguments.of(jenis, "ADK_NOT_ALLOWED", true, true),
                        RULES.of(jenis).lampiran() == JenisRule.Part.REQUIRED
                                ? Arguments.of(jenis, "LAMPIRAN_MISSING", true, false)
                                : Arguments.of(jenis, "LAMPIRAN_NOT_ALLOWED", true, true)))
                .filter(misfit -> !misfit.get()[1].equals("LAMPIRAN_MISSING") || misfit.get()[0] != Jenis.SURAT);
    }

    @ParameterizedTest
    @MethodSource("misfits")
    void aCompositionThatDoesNotFit(Jenis jenis, String misfit, boolean withAdk, boolean withPdf) {
        names(
                refused("COMPOSITION_" + misfit, 5, "sign", details(jenis, allowed(jenis)), parts(withAdk, withPdf)),
                RULES.of(jenis).compositionPasal());
    }

    static Stream<Jenis> limited() {
        return Stream.of(Jenis.values()).filter(jenis -> RULES.of(jenis).spmLimited());
    }

    @ParameterizedTest
    @MethodSource("limited")
    void sixSpm(Jenis jenis) {
        List<Object> parts = List.of("--nomor", "00001A,00002A,00003A,00004A,00005A,00006A");

        names(
                refused(
                        "TOO_MANY_SPM",
                        5,
                        "sign",
                        details(jenis, allowed(jenis)),
                        parts,
                        "--adk",
                        adk,
                        "--lampiran",
                        pdf),
                RULES.spmLimit().pasal(),
                "6",
                "5");
    }

    @Nested
    class AFile {
        @Test
        void anAttachmentThatIsNoPdf() throws IOException {
            Path text = Files.writeString(home.resolve("00123A-lampiran.txt"), "bukan PDF");

            names(
                    refused(
                            "COMPOSITION_LAMPIRAN_NOT_PDF",
                            5,
                            "sign",
                            details(Jenis.SPM, Jabatan.PPSPM),
                            parts(true, false),
                            "--lampiran",
                            text),
                    "00123A-lampiran.txt");
        }

        @Test
        void anAttachmentThatIsCalledPdfAndIsNone() throws IOException {
            Files.writeString(pdf, "bukan PDF");

            names(
                    refused("PDF_NOT_A_PDF", 5, "sign", details(Jenis.SPM, Jabatan.PPSPM), parts(true, true)),
                    "00123A-spm.pdf");
        }

        @Test
        void anEmptyPackage() throws IOException {
            Path empty = Files.createDirectory(home.resolve("kosong"));

            refused("COMPOSITION_NO_DOCUMENT", 5, "sign", "--package", empty, details(Jenis.SPM, Jabatan.PPSPM));
        }

        @Test
        void aNumberThatStandsTwice() {
            names(
                    refused(
                            "COMPOSITION_DUPLICATE",
                            5,
                            "sign",
                            details(Jenis.SPM, Jabatan.PPSPM),
                            parts(true, true),
                            "--nomor",
                            "00123a"),
                    RULES.of(Jenis.SPM).compositionPasal(),
                    "00123a");
        }

        @Test
        void aFileThatIsThereTwice() throws IOException {
            Path copy = Files.copy(pdf, home.resolve("salinan.pdf"));

            refused(
                    "COMPOSITION_DUPLICATE",
                    5,
                    "sign",
                    details(Jenis.SPM, Jabatan.PPSPM),
                    parts(true, true),
                    "--lampiran",
                    copy);
        }

        @Test
        void aFileLargerThanTheOfficesOwnLimit() throws IOException {
            Files.createDirectories(program.settings());
            Files.writeString(program.settings().resolve("rules.json"), """
                    {"files": {
                      "adk": {"warn": 1000, "max": 0, "source": "kantor"},
                      "lampiran": {"warn": 500, "max": 1000, "source": "Nota Dinas 7"},
                      "pdfPasal": "PER-10/PB/2018 Lampiran 8.1.3"}}
                    """);

            names(
                    refused("FILE_TOO_LARGE", 5, "sign", details(Jenis.SPM, Jabatan.PPSPM), parts(true, true)),
                    "Nota Dinas 7",
                    "1 KB");
        }
    }

    @Nested
    class AdkContents {
        private JsonNode refusedByAdk(String code, String tahun, String satker, long gross) throws IOException {
            new DraftAdk()
                    .row(List.of(tahun, satker, "00123A"), Optional.of(DATE), gross, 0, "IDR")
                    .write(adk);
            Path password = Files.writeString(home.resolve("adk-password"), Adk.PASSWORD);
            return refused(
                    code,
                    5,
                    "sign",
                    details(Jenis.SPM, Jabatan.PPSPM),
                    parts(true, true),
                    "--adk-password-file",
                    password);
        }

        @Test
        void ofAnotherSatker() throws IOException {
            names(refusedByAdk("ADK_OTHER_SATKER", "2026", "648790", 1), "648790", "527010");
        }

        @Test
        void ofAnotherYear() throws IOException {
            names(refusedByAdk("ADK_OTHER_TAHUN", "2025", "527010", 1), "2025", "2026");
        }

        @Test
        void thatSaysAnotherDateAndAmountThanThePdf() throws IOException {
            names(
                    refusedByAdk("DIFFERENCES_NOT_ACCEPTED", "2026", "527010", 9_999_999),
                    "2 Maret 2026",
                    "Rp9.999.999",
                    "00123A-spm.pdf");
        }
    }

    @Test
    void anotherSatkerAtCosigning() throws IOException {
        Path bundle = VerifyCommandTest.signed(program, practice, "LPJ", "BENDAHARA", home.resolve("lpj"));

        names(
                refused(
                        "SATKER_DIFFERS",
                        5,
                        "cosign",
                        bundle,
                        "--jabatan",
                        "PPK",
                        "--lokasi",
                        "Tolitoli",
                        "--satker",
                        "411222"),
                "411222",
                "527010");
    }
}
