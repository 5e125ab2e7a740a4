package id.espm.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import id.espm.app.Practice;
import id.espm.signer.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

@ExtendWith(Practice.Extension.class)
class CosignCommandTest {
    @TempDir
    Path home;

    private Practice practice;
    private Program program;
    private Path out;
    private Path signed;

    @BeforeEach
    void signAsBendahara(Practice shared) throws IOException {
        practice = shared;
        program = new Program(home);
        out = home.resolve("out");
        signed = VerifyCommandTest.signed(program, practice, "LPJ", "BENDAHARA", home.resolve("bendahara"));
    }

    private Program.Result cosign(Object bundles, String jabatan, Object... more) {
        return program.run(
                "cosign",
                bundles,
                "--jabatan",
                jabatan,
                "--lokasi",
                "Tolitoli",
                practice.key(jabatan),
                "--out",
                out.resolve(jabatan),
                List.of(more));
    }

    private List<Path> written(String jabatan) throws IOException {
        if (!Files.exists(out.resolve(jabatan))) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(out.resolve(jabatan))) {
            return files.toList();
        }
    }

    private JsonNode verified(Path bundle) {
        Program.Result result = program.run("verify", bundle, "--trust", practice.trust(), "--json");
        assertThat(result.exit()).as(result.out()).isZero();
        return Documents.read("verify", result.out()).at("/files/0");
    }

    private static List<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).toList();
    }

    @Test
    void oneOfficialAfterTheOtherSignsAndWhoIsMissingIsTold() throws Exception {
        Sha256 before = Sha256.of(signed);

        Program.Result second = cosign(signed, "PPK");
        assertThat(second.exit()).as(second.err()).isZero();
        assertThat(second.out())
                .contains("Ditandatangani: " + signed)
                .containsPattern(
                        "Sudah menandatangani: .+ \\(Bendahara\\); .+ \\(Pejabat Pembuat Komitmen \\(PPK\\)\\)")
                .contains("Belum menandatangani: Kuasa Pengguna Anggaran (KPA)");
        Path two = written("PPK").getFirst();
        assertThat(texts(verified(two).path("missing"))).containsExactly("KPA");

        Program.Result third = cosign(two, "KPA", "--lang", "en");
        assertThat(third.exit()).as(third.err()).isZero();
        assertThat(third.out()).contains("Have not signed: none");
        JsonNode three = verified(written("KPA").getFirst());
        assertThat(texts(three.path("missing"))).isEmpty();
        assertThat(three.path("signatures")).hasSize(4);
        assertThat(three.path("documents"))
                .hasSize(2)
                .allSatisfy(d -> assertThat(d.path("signatures")).hasSize(3));
        assertThat(Sha256.of(signed)).isEqualTo(before);
    }

    @Test
    void theJsonIsThatOfSign() throws Exception {
        Program.Result result = cosign(signed, "PPK", "--json");

        assertThat(result.exit()).as(result.err()).isZero();
        JsonNode paket = Documents.read("sign", result.out()).at("/packages/0");
        assertThat(paket.path("source").asString()).isEqualTo(signed.toString());
        assertThat(paket.path("status").asString()).isEqualTo("signed");
        assertThat(paket.path("bundle").asString())
                .isEqualTo(written("PPK").getFirst().toString());
        assertThat(paket.path("jenis").asString()).isEqualTo("LPJ");
        assertThat(paket.at("/signer/jabatan").asString()).isEqualTo("PPK");
        assertThat(paket.at("/signer/serial").asString())
                .isEqualToIgnoringCase(practice.official("PPK").serial().toString(16));
        for (JsonNode document : paket.path("documents")) {
            assertThat(document.path("sha256").asString())
                    .isEqualTo(Sha256.of(practice.paket("LPJ")
                                    .resolve(document.path("input").asString()))
                            .hex());
        }
    }

    @Test
    void verifyTellsWhoHasSignedInWordsAndInTheReport() throws Exception {
        Path report = home.resolve("laporan.pdf");
        Program.Result result =
                program.run("verify", signed, "--trust", practice.trust(), "--report", report.toString());

        assertThat(result.out())
                .containsPattern("Sudah menandatangani: .+ \\(Bendahara\\)")
                .contains("Belum menandatangani: Kuasa Pengguna Anggaran (KPA), Pejabat Pembuat Komitmen (PPK)");
        try (PDDocument printed = Loader.loadPDF(report.toFile())) {
            assertThat(new PDFTextStripper().getText(printed)).contains("Sudah menandatangani", "Belum menandatangani");
        }
    }

    @Test
    void whatOnePositionAloneSignsHasNobodyMissing() throws Exception {
        Path spm = VerifyCommandTest.signed(program, practice, "SPM", "PPSPM", home.resolve("spm"));

        assertThat(texts(verified(spm).path("missing"))).isEmpty();
        assertThat(program.run("verify", spm, "--trust", practice.trust()).out())
                .doesNotContain("menandatangani:");
    }

    @Test
    void aDryRunChecksAndWritesNothing() throws Exception {
        Program.Result result = cosign(signed, "PPK", "--dry-run");

        assertThat(result.exit()).as(result.err()).isZero();
        assertThat(result.out())
                .contains("Dapat ditandatangani: " + signed)
                .contains("Belum menandatangani: Kuasa Pengguna Anggaran (KPA), Pejabat Pembuat Komitmen (PPK)");
        assertThat(written("PPK")).isEmpty();
    }

    @Test
    void aVisibleSignatureIsAdded() throws Exception {
        Program.Result result = cosign(signed, "PPK", "--visible", "kanan-bawah");

        assertThat(result.exit()).as(result.err()).isZero();
        assertThat(verified(written("PPK").getFirst()).path("verdict").asString())
                .isEqualTo("VALID");
    }

    @Nested
    class SeveralBundles {
        @Test
        void eachStandsOrFallsByItselfAndThePassphraseIsAskedForOnce() throws Exception {
            Path broken = home.resolve("rusak.asice");
            byte[] bytes = Files.readAllBytes(signed);
            bytes[bytes.length / 2] ^= 1;
            Files.write(broken, bytes);
            Path nowhere = home.resolve("tidak-ada.asice");
            List<Object> call = new ArrayList<>(List.of(
                    "cosign", broken, signed, nowhere, signed, "--jabatan", "KPA", "--lokasi", "Tolitoli", "--json"));
            call.addAll(List.of("--p12", practice.official("KPA").p12(), "--out", out.resolve("KPA")));
            String passphrase = new String(practice.official("KPA").passphrase());

            Program.Result result = program.typing(passphrase).run(call);

            JsonNode document = Documents.read("sign", result.out());
            assertThat(result.exit()).as(result.err()).isEqualTo(1);
            assertThat(document.path("packages")
                            .valueStream()
                            .map(p -> p.path("status").asString()))
                    .containsExactly("failed", "signed", "failed");
            assertThat(document.at("/packages/0/error/code").asString())
                    .isIn("BUNDLE_UNUSABLE", "SIGNED_FILE_UNUSABLE");
            assertThat(document.at("/packages/2/error/code").asString()).isEqualTo("FILE_UNREADABLE");
            assertThat(written("KPA")).hasSize(1);
        }
    }

    @Nested
    class Refused {
        private void refused(Program.Result result, int exit, String code) throws IOException {
            assertThat(result.exit()).as(result.err()).isEqualTo(exit);
            JsonNode paket = Documents.read("sign", result.out()).at("/packages/0");
            assertThat(paket.at("/error/code").asString()).isEqualTo(code);
            assertThat(paket.at("/error/exit").asInt()).isEqualTo(exit);
            assertThat(out).doesNotExist();
        }

        @Test
        void theSameOfficialTwice() throws IOException {
            Program.Result result = cosign(signed, "BENDAHARA", "--json");

            assertThat(result.exit()).isEqualTo(5);
            assertThat(Documents.read("sign", result.out())
                            .at("/packages/0/error/code")
                            .asString())
                    .isEqualTo("ALREADY_SIGNED");
            assertThat(written("BENDAHARA")).isEmpty();
        }

        @Test
        void aPositionThatDoesNotSignThis() throws IOException {
            refused(cosign(signed, "PPSPM", "--json"), 3, "JABATAN_MAY_NOT_SIGN");
        }

        @Test
        void anotherSatker() throws IOException {
            refused(cosign(signed, "PPK", "--satker", "411222", "--json"), 5, "SATKER_DIFFERS");
        }

        @Test
        void anExpiredCertificate() throws IOException {
            Program.Result result = program.run(
                    "cosign",
                    signed,
                    "--jabatan",
                    "PPK",
                    "--lokasi",
                    "Tolitoli",
                    practice.key("EXPIRED"),
                    "--out",
                    out,
                    "--json");

            refused(result, 3, "CERTIFICATE_EXPIRED");
            assertThat(Documents.read("sign", result.out())
                            .at("/packages/0/status")
                            .asString())
                    .isEqualTo("skipped");
        }

        @Test
        void whatTheOfficialDoesNotSay() throws IOException {
            refused(
                    program.run("cosign", signed, practice.key("PPK"), "--out", out, "--json"),
                    5,
                    "DETAIL_MISSING_JABATAN");
            refused(
                    program.run("cosign", signed, "--jabatan", "PPK", practice.key("PPK"), "--out", out, "--json"),
                    5,
                    "DETAIL_MISSING_LOKASI");
        }

        @Test
        void splittingAndAMissingBundleAreWrongCalls() {
            assertThat(cosign(signed, "PPK", "--split").exit()).isEqualTo(2);
            assertThat(program.run("cosign", practice.key("PPK")).exit()).isEqualTo(2);
        }

        @Test
        void overwritingTheBundleItself() throws Exception {
            Clock stopped = Clock.fixed(Instant.now(), ZoneOffset.UTC);
            Path folder = home.resolve("sama");
            Program still = new Program(home).clock(stopped);
            Path first = VerifyCommandTest.signed(still, practice, "LPJ", "BENDAHARA", folder);
            Sha256 before = Sha256.of(first);

            Program.Result result = still.run(
                    "cosign",
                    first,
                    "--jabatan",
                    "PPK",
                    "--lokasi",
                    "Tolitoli",
                    practice.key("PPK"),
                    "--out",
                    folder,
                    "--force");

            assertThat(result.exit()).isEqualTo(5);
            assertThat(result.err()).contains(first.toString());
            assertThat(Sha256.of(first)).isEqualTo(before);
        }
    }
}
