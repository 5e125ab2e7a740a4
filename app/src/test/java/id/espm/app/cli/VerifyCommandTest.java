package id.espm.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import id.espm.app.Practice;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.color.PDColor;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceRGB;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationSquare;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

@ExtendWith(Practice.Extension.class)
class VerifyCommandTest {
    @TempDir
    Path home;

    private Practice practice;
    private Program program;
    private Path bundle;

    @BeforeEach
    void signABundle(Practice shared) throws IOException {
        practice = shared;
        program = new Program(home);
        bundle = signed(program, practice, "SPM", "PPSPM", home.resolve("out"));
    }

    static Path signed(Program program, Practice practice, String paket, String official, Path out) throws IOException {
        Program.Result result =
                program.run("sign", "--package", practice.paket(paket), practice.key(official), "--out", out);
        assertThat(result.exit()).as(result.err()).isZero();
        try (Stream<Path> files = Files.list(out)) {
            return files.filter(f -> f.toString().endsWith(".asice"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Test
    void aBundleIsGenuineInThreeWordsAndInTheWordsOfEtsi() {
        Program.Result people = program.run("verify", bundle, "--trust", practice.trust());
        Program.Result script = program.run("verify", bundle, "--trust", practice.trust(), "--json");

        assertThat(people.exit()).isZero();
        assertThat(people.out().lines().findFirst()).contains(bundle + ": asli dan sah");
        assertThat(people.out()).contains("Siti Rahayu Latihan (NIK 999999********01)", "PPSPM; satker 527010");
        JsonNode file = Documents.read("verify", script.out()).path("files").path(0);
        assertThat(file.path("verdict").asString()).isEqualTo("VALID");
        assertThat(file.at("/signatures/0/indication").asString()).isEqualTo("TOTAL-PASSED");
        assertThat(file.path("documents")).hasSize(8);
    }

    @Test
    void oneSignatureIsToldOnOneScreen() throws IOException {
        Path pdf = Zips.unpack(bundle, home.resolve("parts")).resolve("lampiran/00123A-spm.pdf");

        Program.Result result = program.run("verify", pdf, "--trust", practice.trust());

        assertThat(result.out()
                        .replace(pdf.toString(), "FILE")
                        .replaceAll("[0-9A-F]{30,}", "SERIAL")
                        .replaceAll("(penanda tangan): [0-9].*", "$1: TIME"))
                .isEqualToNormalizingNewlines("""
                        FILE: asli dan sah
                          Isinya tidak berubah sejak ditandatangani, dan penerbit sertifikatnya dipercaya.
                          Langkah berikutnya: dokumen dapat dipakai.
                          Tanda tangan 1: asli dan sah
                            Penanda tangan: Siti Rahayu Latihan (NIK 999999********01)
                            Sertifikat: SERIAL, CA LATIHAN BSrE (bukan sungguhan)
                            Sebagai: PPSPM; satker 527010
                            Waktu menurut penanda tangan: TIME
                            Lokasi: Tolitoli
                            Alasan: Persetujuan dokumen elektronik SPM
                            Tingkat dan algoritme: B-B, SHA256withRSA
                            Cakupan: seluruh isi berkas
                            Pencabutan: tidak diperiksa (tanpa jaringan); pakai --online
                        """);
    }

    @Test
    void aNoteThatWasAddedAfterwardsIsDrawnAndItsPageNamed() throws IOException {
        Path pdf = Zips.unpack(bundle, home.resolve("parts")).resolve("lampiran/00123A-spm.pdf");
        Path changed = home.resolve("dicoret.pdf");
        try (PDDocument document = Loader.loadPDF(pdf.toFile());
                OutputStream out = Files.newOutputStream(changed)) {
            PDAnnotationSquare square = new PDAnnotationSquare();
            square.setRectangle(new PDRectangle(50, 50, 200, 200));
            square.setColor(new PDColor(new float[] {1, 0, 0}, PDDeviceRGB.INSTANCE));
            square.constructAppearances(document);
            document.getPage(0).getAnnotations().add(square);
            document.getPage(0).getCOSObject().setNeedToBeUpdated(true);
            document.saveIncremental(out);
        }

        Program.Result result = program.run("verify", changed, "--trust", practice.trust());

        assertThat(result.exit()).isEqualTo(1);
        assertThat(result.out())
                .contains("belum dapat dipastikan", "tampak berbeda sejak ditandatangani pada halaman 1");
    }

    @Test
    void expertsGetTheChainAndTheFormat() {
        Program.Result result = program.run("verify", bundle, "--trust", practice.trust(), "-v");

        assertThat(result.out()).contains("Format: CAdES-BASELINE-B", "Rantai: CA LATIHAN BSrE", "dipercaya langsung");
    }

    @Test
    void whatIsNeededToJudgeHasAWordOfItsOwn() throws IOException {
        Path signature = Zips.unpack(bundle, home.resolve("parts")).resolve("META-INF/signature-segel.p7s");

        Program.Result result = program.run("verify", signature, "--trust", practice.trust());

        assertThat(result.exit()).isEqualTo(1);
        assertThat(result.out())
                .contains(
                        signature + ": berkas isi diperlukan",
                        "Langkah berikutnya: sertakan berkas yang ditandatangani: " + "--content FILE.");
    }

    @Test
    void withoutTrustAnchorsNothingIsCertain() {
        Program.Result result = program.run("verify", bundle, "--json");

        assertThat(result.exit()).isEqualTo(1);
        JsonNode signature = Documents.read("verify", result.out()).at("/files/0/signatures/0");
        assertThat(signature.path("indication").asString()).isEqualTo("INDETERMINATE");
        assertThat(signature.path("subIndication").asString()).isEqualTo("NO_CERTIFICATE_CHAIN_FOUND");
    }

    @Test
    void theSettingsAreTrustedWhereTheCallNamesNobody() throws IOException {
        Path trust = Files.createDirectories(program.settings().resolve("trust"));
        Files.copy(Path.of(practice.trust(), "root.pem"), trust.resolve("root.pem"));

        assertThat(program.run("verify", bundle).exit()).isZero();
    }

    @Test
    void itIsJudgedAsOfTheTimeAsked() {
        Program.Result result =
                program.run("verify", bundle, "--trust", practice.trust(), "--at", "2020-01-01T00:00:00Z", "--json");

        assertThat(result.exit()).isEqualTo(1);
        assertThat(Documents.read("verify", result.out())
                        .at("/files/0/signatures/0/subIndication")
                        .asString())
                .isEqualTo("NOT_YET_VALID");
        assertThat(program.run("verify", bundle, "--at", "kemarin").exit()).isEqualTo(2);
    }

    @Test
    void aDateIsTheEndOfThatDayInWestIndonesia() {
        Program.Result result =
                program.run("verify", bundle, "--trust", practice.trust(), "--at", "2020-02-28", "--json");

        assertThat(Documents.read("verify", result.out())
                        .at("/files/0/signatures/0/judgedAt")
                        .asString())
                .isEqualTo("2020-02-28T16:59:59Z");
        assertThat(program.run("verify", bundle, "--at", "2026-13-01").exit()).isEqualTo(2);
    }

    @Test
    void partsOfABundleStandOnTheirOwnWhateverTheirName() throws IOException {
        Path parts = Zips.unpack(bundle, home.resolve("parts"));
        Path adk = Files.move(parts.resolve("adk/00123A.zip.p7m"), home.resolve("tanpa-akhiran"));
        Path pdf = parts.resolve("lampiran/00123A-spm.pdf");
        Path contents = parts.resolve("META-INF/signature-segel.p7s");

        assertThat(program.run("verify", adk, pdf, "--trust", practice.trust()).exit())
                .isZero();
        assertThat(program.run(
                                "verify",
                                contents,
                                "--content",
                                parts.resolve("META-INF/ASiCManifest-segel.xml"),
                                "--trust",
                                practice.trust())
                        .exit())
                .isZero();
    }

    @Test
    void aDetachedSignatureFindsItsContentByName() throws IOException {
        Path parts = Zips.unpack(bundle, home.resolve("parts"));
        Path manifest = parts.resolve("META-INF/ASiCManifest-segel.xml");
        Path signature = Files.copy(
                parts.resolve("META-INF/signature-segel.p7s"),
                manifest.resolveSibling(manifest.getFileName() + ".p7s"));

        assertThat(program.run("verify", signature, "--trust", practice.trust()).exit())
                .isZero();
        Files.writeString(manifest, " ", StandardOpenOption.APPEND);
        assertThat(program.run("verify", signature, "--trust", practice.trust()).exit())
                .isEqualTo(1);
    }

    @Test
    void whatNobodySignedIsSaidToBeUnsigned() {
        Program.Result result = program.run(
                "verify",
                practice.paket("SPM").resolve("00123A-spm.pdf"),
                practice.paket("SPM").resolve("paket.json"),
                "--json");

        assertThat(result.exit()).isEqualTo(1);
        assertThat(Documents.read("verify", result.out())
                        .path("files")
                        .valueStream()
                        .map(f -> f.path("verdict").asString()))
                .containsExactly("UNSIGNED", "UNSIGNED");
    }

    @Test
    void aFileThatIsNotThereIsNotAVerdict() {
        Program.Result result = program.run("verify", home.resolve("tidak-ada.asice"), "--json");

        assertThat(result.exit()).isEqualTo(5);
        JsonNode file = Documents.read("verify", result.out()).at("/files/0");
        assertThat(file.path("verdict").asString()).isEqualTo("INDETERMINATE");
        assertThat(file.at("/error/code").asString()).isEqualTo("FILE_UNREADABLE");
        assertThat(program.run("verify", bundle, home.resolve("tidak-ada"), "--trust", practice.trust())
                        .exit())
                .isEqualTo(1);
    }

    @Test
    void oneFlippedByteInAnyEntryIsFoundAndTheEntryNamed() throws IOException {
        List<String> entries = Zips.entries(bundle);
        assertThat(entries).contains("mimetype", "paket.json", "META-INF/signature-segel.p7s");
        for (String entry : entries) {
            Path broken = Zips.flip(bundle, entry, home.resolve("broken.asice"));

            Program.Result result = program.run("verify", broken, "--trust", practice.trust());

            assertThat(result.exit()).as(entry).isEqualTo(1);
            assertThat(result.out()).as(entry).contains("tidak sah", entry);
        }
    }
}
