package id.espm.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import id.espm.app.Practice;
import id.espm.sandbox.PkiServer;
import id.espm.sandbox.PracticeOfficial;
import id.espm.signer.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

@ExtendWith(Practice.Extension.class)
class SignCommandTest {
    @TempDir
    Path home;

    private Practice practice;
    private Program program;
    private Path out;

    @BeforeEach
    void prepare(Practice shared) {
        practice = shared;
        program = new Program(home);
        out = home.resolve("out");
    }

    private List<Path> written() throws IOException {
        if (!Files.exists(out)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(out)) {
            return files.toList();
        }
    }

    @Test
    void aFolderBecomesOneBundle() throws IOException {
        Program.Result result =
                program.run("sign", "--package", practice.paket("SPM"), practice.key("PPSPM"), "--out", out, "--json");

        assertThat(result.exit()).as(result.err()).isZero();
        JsonNode paket = Documents.read("sign", result.out()).path("packages").path(0);
        assertThat(paket.path("status").asString()).isEqualTo("signed");
        assertThat(Path.of(paket.path("bundle").asString())).isEqualTo(written().getFirst());
        assertThat(paket.path("spm").valueStream().map(JsonNode::asString))
                .containsExactly("00123A", "00124A", "00125A");
        assertThat(paket.path("signer").path("nik").asString()).isEqualTo("999999********01");
        assertThat(paket.path("signer").path("serial").asString())
                .isEqualToIgnoringCase(practice.official("PPSPM").serial().toString(16));
        for (JsonNode document : paket.path("documents")) {
            assertThat(document.path("sha256").asString())
                    .isEqualTo(Sha256.of(Path.of(document.path("input").asString()))
                            .hex());
        }
    }

    @Test
    void aVisibleSignatureIsSeenInEveryAttachment() throws IOException {
        Program.Result result = program.run(
                "sign",
                "--package",
                practice.paket("SPM"),
                practice.key("PPSPM"),
                "--out",
                out,
                "--visible",
                "kiri-atas@1");

        assertThat(result.exit()).as(result.err()).isZero();
        Path extracted = home.resolve("isi");
        assertThat(program.run("extract", written().getFirst(), "--out", extracted)
                        .exit())
                .isZero();
        try (Stream<Path> files = Files.walk(extracted)) {
            for (Path pdf : files.filter(f -> f.toString().endsWith(".pdf")).toList()) {
                String text = new String(Files.readAllBytes(pdf), StandardCharsets.ISO_8859_1);
                assertThat(text).as("%s", pdf).contains("/Subtype /Widget").doesNotContain("/Rect [0.0 0.0 0.0 0.0]");
            }
        }
    }

    @Test
    void aPlaceThatIsNotUnderstoodIsRefusedBeforeAnythingIsSigned() throws IOException {
        Program.Result result = program.run(
                "sign", "--package", practice.paket("SPM"), practice.key("PPSPM"), "--out", out, "--visible", "pojok");

        assertThat(result.exit()).isEqualTo(5);
        assertThat(result.err()).contains("pojok").contains("kanan-bawah");
        assertThat(written()).isEmpty();
    }

    @Test
    void aFolderBehindVisibleIsTheBatchAndNotAPlace() throws IOException {
        Program.Result result =
                program.run("batch", practice.key("PPSPM"), "--out", out, "--visible", practice.paket("SPM"));

        assertThat(result.exit()).as(result.err()).isZero();
        assertThat(written()).hasSize(1);
    }

    @Test
    void filesNamedOneByOneBecomeABundleToo() throws IOException {
        Path paket = practice.paket("SPM");

        Program.Result result = program.run(
                "sign",
                "--jenis",
                "spm",
                "--satker",
                "527010",
                "--kppn",
                "082",
                "--tahun",
                "2026",
                "--jabatan",
                "PPSPM",
                "--lokasi",
                "Tolitoli",
                "--nomor",
                "00123A",
                "--adk",
                paket.resolve("00123A.zip"),
                "--lampiran",
                paket.resolve("00123A-spm.pdf"),
                paket.resolve("00123A-kuitansi.pdf"),
                "--out",
                out,
                practice.key("PPSPM"));

        assertThat(result.exit()).as(result.err()).isZero();
        assertThat(written()).hasSize(1);
        assertThat(written().getFirst().getFileName().toString()).matches("SPM-527010-\\d{8}-\\d{6}-00123A\\.asice");
    }

    @Test
    void theCallGoesBeforeTheDescriptionAndThatBeforeTheProfile() throws IOException {
        Files.createDirectories(program.settings());
        PracticeOfficial ppspm = practice.official("PPSPM");
        Files.writeString(program.settings().resolve("profile.json"), """
                {"p12": "%s", "lokasi": "Palu", "alasan": "Sesuai DIPA", "zona": "WITA"}
                """.formatted(ppspm.p12()));

        Program.Result result = program.typing(passphrase(ppspm))
                .run("sign", "--package", practice.paket("SPM"), "--lokasi", "Buol", "--out", out);
        Program.Result verified = program.run("verify", written().getFirst(), "--trust", practice.trust());

        assertThat(result.exit()).as(result.err()).isZero();
        assertThat(verified.out())
                .contains("Lokasi: Buol", "Alasan: Sesuai DIPA", "WITA")
                .doesNotContain("Palu", "Tolitoli");
    }

    private static String passphrase(PracticeOfficial official) throws IOException {
        return Files.readString(official.passphraseFile());
    }

    @Nested
    class Passphrases {
        @Test
        void aFileOfAnEditorMayEndInALineBreak() throws IOException {
            Path file = home.resolve("passphrase.txt");
            Files.writeString(file, passphrase(practice.official("PPSPM")).strip() + "\r\n");

            assertThat(signWith("--passphrase-file", file).exit()).isZero();
        }

        @Test
        void onlyOneLineBreakIsTakenOff() throws IOException {
            Path file = home.resolve("passphrase.txt");
            Files.writeString(file, passphrase(practice.official("PPSPM")).strip() + "\n\n");

            assertThat(signWith("--passphrase-file", file).exit()).isEqualTo(3);
        }

        @Test
        void aVariableAndStandardInputServeToo() throws IOException {
            String passphrase = passphrase(practice.official("PPSPM")).strip();

            assertThat(signWith("--dry-run", "--passphrase-env", "SPM_PASS").exit())
                    .isEqualTo(2);
            program.variable("SPM_PASS", passphrase).stdin(passphrase);
            assertThat(signWith("--dry-run", "--passphrase-env", "SPM_PASS").exit())
                    .isZero();
            assertThat(signWith("--dry-run", "--passphrase-stdin").exit()).isZero();
        }

        @Test
        void withoutASourceAndWithoutATerminalTheCallIsWrong() {
            Program.Result result = signWith();

            assertThat(result.exit()).isEqualTo(2);
            assertThat(result.err()).contains("--passphrase-file");
        }

        @Test
        void twoSourcesAreOneTooMany() {
            assertThat(signWith("--passphrase-stdin", "--passphrase-env", "X").exit())
                    .isEqualTo(2);
        }

        @Test
        void aWrongOneIsToldWithItsBlank() throws IOException {
            Program.Result result = program.typing(" " + passphrase(practice.official("PPSPM")))
                    .run(
                            "sign",
                            "--package",
                            practice.paket("SPM"),
                            "--p12",
                            practice.official("PPSPM").p12());

            assertThat(result.exit()).isEqualTo(3);
            assertThat(result.err()).contains("Passphrase salah", "spasi");
        }

        private Program.Result signWith(Object... source) {
            return program.run(
                    "sign",
                    "--out",
                    out,
                    "--package",
                    practice.paket("SPM"),
                    "--p12",
                    practice.official("PPSPM").p12(),
                    List.of(source));
        }
    }

    @Nested
    class Refusals {
        @Test
        void sixSpmAreRefusedWholeBeforeAnythingIsSigned() throws IOException {
            Program.Result result = program.run(
                    "sign", "--package", practice.paket("SPM-6"), practice.key("PPSPM"), "--out", out, "--json");

            assertThat(result.exit()).isEqualTo(5);
            JsonNode error = Documents.read("sign", result.out()).at("/packages/0/error");
            assertThat(error.path("code").asString()).isEqualTo("TOO_MANY_SPM");
            assertThat(error.path("message").asString()).contains("00141A", "00146A", "Pasal 6(2)");
            assertThat(written()).isEmpty();
        }

        @Test
        void splitMakesAsManyPackagesAsAreNeeded() throws IOException {
            Program.Result result = program.run(
                    "sign",
                    "--package",
                    practice.paket("SPM-6"),
                    practice.key("PPSPM"),
                    "--out",
                    out,
                    "--split",
                    "--json");

            assertThat(result.exit()).as(result.err()).isZero();
            JsonNode packages = Documents.read("sign", result.out()).path("packages");
            assertThat(packages.valueStream().map(p -> p.path("spm").size())).containsExactly(5, 1);
            assertThat(written()).hasSize(2);
        }

        @Test
        void aPpkDoesNotSignSpm() throws IOException {
            Program.Result result = program.run(
                    "sign", "--package", practice.paket("SPM"), "--jabatan", "PPK", practice.key("PPK"), "--out", out);

            assertThat(result.exit()).isEqualTo(3);
            assertThat(result.err()).contains("Pejabat Pembuat Komitmen (PPK)", "PER-10/PB/2018 Pasal", "PPSPM");
            assertThat(written()).isEmpty();
        }

        @ParameterizedTest
        @CsvSource({
            "EXPIRED, CERTIFICATE_EXPIRED",
            "NOT_YET_VALID, CERTIFICATE_NOT_YET_VALID",
            "WRONG_USAGE, WRONG_KEY_USAGE"
        })
        void aCertificateThatMayNotSignStopsIt(String official, String code) throws IOException {
            Program.Result result = program.run(
                    "sign", "--package", practice.paket("SPM"), practice.key(official), "--out", out, "--json");

            assertThat(result.exit()).isEqualTo(3);
            assertThat(Documents.read("sign", result.out())
                            .at("/packages/0/error/code")
                            .asString())
                    .isEqualTo(code);
            assertThat(written()).isEmpty();
        }

        @Test
        void aPemIsExplainedByLock() {
            Program.Result result = program.typing("x")
                    .run("sign", "--package", practice.paket("SPM"), "--p12", Path.of(practice.trust(), "root.pem"));

            assertThat(result.exit()).isEqualTo(3);
            assertThat(result.err()).contains("LOCK", ".p12", "Lampiran 7.3");
        }

        @Test
        void anExistingBundleIsNotOverwrittenWithoutForce() throws IOException {
            program.clock(Clock.fixed(Instant.now(), ZoneOffset.UTC));
            Object[] call = {"sign", "--package", practice.paket("GAJI"), practice.key("KPA"), "--out", out};
            assertThat(program.run(call).exit()).isZero();
            byte[] first = Files.readAllBytes(written().getFirst());

            Program.Result again = program.run(call);

            assertThat(again.exit()).isEqualTo(5);
            assertThat(again.err()).contains("sudah ada", "--force");
            assertThat(written().getFirst()).hasBinaryContent(first);
            assertThat(program.run(
                                    "sign",
                                    "--package",
                                    practice.paket("GAJI"),
                                    practice.key("KPA"),
                                    "--out",
                                    out,
                                    "--force")
                            .exit())
                    .isZero();
            assertThat(written()).hasSize(1);
        }

        @ParameterizedTest
        @ValueSource(strings = {"B-T", "B-LT", "B-LTA"})
        void aLevelWithoutATsaIsNotLowered(String level) throws IOException {
            Program.Result result = program.run(
                    "sign", "--package", practice.paket("SPM"), practice.key("PPSPM"), "--out", out, "--level", level);

            assertThat(result.exit()).isEqualTo(2);
            assertThat(result.err()).contains(level, "B-B");
            assertThat(written()).isEmpty();
        }
    }

    /** With the services of the practice CA. */
    @Nested
    class Levels {
        private PkiServer pki;

        @BeforeEach
        void startServices() throws IOException {
            pki = PkiServer.start(practice.folder());
        }

        @AfterEach
        void stopServices() {
            pki.close();
        }

        private Program.Result sign(Object... more) {
            return program.run(
                    "sign",
                    "--package",
                    practice.paket("SURAT"),
                    practice.key("DJPB"),
                    "--out",
                    out,
                    "--json",
                    List.of(more));
        }

        private List<String> levels(Program.Result result) {
            return Documents.read("sign", result.out())
                    .path("packages")
                    .path(0)
                    .path("documents")
                    .valueStream()
                    .map(document -> document.path("level").asString())
                    .distinct()
                    .toList();
        }

        @ParameterizedTest
        @ValueSource(strings = {"B-T", "B-LT", "B-LTA"})
        void theLevelThatIsAskedForIsReachedAndTold(String level) throws IOException {
            Program.Result result = sign("--level", level, "--tsa", pki.tsa(), "--trust", practice.trust());

            assertThat(result.exit()).as(result.err()).isZero();
            assertThat(result.err() + result.out()).contains(level);
            assertThat(levels(result)).containsExactly(level);
            JsonNode verified = Documents.read(
                    "verify",
                    program.run("verify", written().getFirst(), "--trust", practice.trust(), "--json")
                            .out());
            JsonNode document = verified.path("files").path(0).path("documents").path(0);
            assertThat(document.path("verdict").asString()).isEqualTo("VALID");
            assertThat(document.path("signatures").path(0).path("level").asString())
                    .isEqualTo(level);
            assertThat(document.path("signatures").path(0).path("provenTime").isString())
                    .isTrue();
        }

        @Test
        void aTsaAloneMeansLevelBT() {
            assertThat(levels(sign("--tsa", pki.tsa()))).containsExactly("B-T");
        }

        @Test
        void theProfileMayNameTsaAndLevel() throws IOException {
            Files.createDirectories(program.settings());
            Files.writeString(program.settings().resolve("profile.json"), """
                    {"level": "B-T", "tsa": ["http://127.0.0.1:9/tsa", "%s"]}""".formatted(pki.tsa()));

            assertThat(levels(sign())).containsExactly("B-T");
            assertThat(levels(sign("--level", "B-B", "--force"))).containsExactly("B-B");
        }

        @Test
        void aTsaThatDoesNotAnswerStopsTheSigning() throws IOException {
            Program.Result result = sign("--tsa", "http://127.0.0.1:9/tsa");

            assertThat(result.exit()).isEqualTo(4);
            assertThat(result.err()).contains("http://127.0.0.1:9/tsa", "--tsa");
            assertThat(written()).isEmpty();
        }

        @Test
        void withoutTrustThereIsNoLongTermLevel() throws IOException {
            Program.Result result = sign("--level", "B-LT", "--tsa", pki.tsa());

            assertThat(result.exit()).isEqualTo(4);
            assertThat(result.err()).contains("B-LT", "--trust");
            assertThat(written()).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(strings = {"ftp://tsa.example/", "https://siti:rahasia@tsa.example/", "tsa"})
        void anAddressThatCannotBeATsaIsAWrongCall(String address) {
            Program.Result result = sign("--tsa", address);

            assertThat(result.exit()).isEqualTo(2);
            assertThat(result.all()).doesNotContain("rahasia");
        }
    }

    @Test
    void aDryRunChecksEverythingAndWritesNothing() throws IOException {
        Program.Result result = program.run(
                "sign", "--package", practice.paket("SPM"), practice.key("PPSPM"), "--out", out, "--dry-run", "--json");

        assertThat(result.exit()).as(result.err()).isZero();
        assertThat(Documents.read("sign", result.out()).at("/packages/0/status").asString())
                .isEqualTo("skipped");
        assertThat(written()).isEmpty();
        assertThat(program.run("sign", "--package", practice.paket("SPM"), practice.key("EXPIRED"), "--dry-run")
                        .exit())
                .as("the key is checked too")
                .isEqualTo(3);
    }

    @Test
    void withJsonStandardOutputIsOneDocumentInEveryLanguage() {
        Object[] call = {"sign", "--package", practice.paket("SPM-6"), practice.key("PPSPM"), "--json"};

        Program.Result indonesian = program.run(call);
        Program.Result english = program.variable("ESPM_LANG", "en").run(call);

        assertThat(withoutTime(english.out())).isEqualTo(withoutTime(indonesian.out()));
        assertThat(indonesian.err()).contains("batasnya");
        assertThat(english.err()).contains("the limit is");
    }

    private static String withoutTime(String json) {
        return json.replaceAll("\"elapsedMs\" : \\d+", "");
    }
}
