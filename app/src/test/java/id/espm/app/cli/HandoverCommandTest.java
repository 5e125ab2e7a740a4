package id.espm.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.LuminanceSource;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import id.espm.app.Practice;
import id.espm.sandbox.judge.ForeignTool;
import id.espm.signer.Sha256;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

@ExtendWith(Practice.Extension.class)
class HandoverCommandTest {
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
        out = home.resolve("operator");
    }

    @Test
    void theOperatorGetsTheBundleByteForByteAndASheet() throws Exception {
        Program.Result result = program.run("handover", bundle, "--out", out, "--trust", practice.trust(), "--json");

        assertThat(result.exit()).as(result.err()).isZero();
        Path copy = out.resolve(bundle.getFileName());
        Path sheet = out.resolve(bundle.getFileName() + ".pengantar.pdf");
        assertThat(copy).hasSameBinaryContentAs(bundle);
        assertThat(out).isDirectoryContaining(sheet::equals);
        JsonNode told = Documents.read("handover", result.out()).at("/bundles/0");
        String hash = Sha256.of(bundle).hex();
        assertThat(told.path("sha256").asString()).isEqualTo(hash);
        assertThat(told.path("sheet").asString()).isEqualTo(sheet.toString());
        try (PDDocument document = Loader.loadPDF(sheet.toFile())) {
            assertThat(document.getNumberOfPages()).isOne();
            assertThat(new PDFTextStripper().getText(document).replaceAll("\\s+", " "))
                    .contains(
                            "Pengantar untuk operator",
                            "527010",
                            "00123A, 00124A",
                            "(PPSPM)",
                            String.valueOf(bundle.getFileName()),
                            hash.substring(0, 8) + " " + hash.substring(8, 16),
                            "masuk sebagai Operator Satker",
                            "jenis unggahan SPM",
                            "kode keamanan")
                    .doesNotContain("belum dapat dipastikan");
            assertThat(codeOn(document)).isEqualTo(hash);
        }
        for (String tool : new String[] {"qpdf", "mutool"}) {
            Optional<ForeignTool> judge = ForeignTool.find(tool);
            if (judge.isPresent()) {
                String call = tool.equals("qpdf") ? "--check" : "info";
                assertThat(judge.get().run(home, call, sheet.toString()).exit()).isZero();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "LPJ, BENDAHARA, Operator Bendahara, jenis unggahan LPJ Bendahara",
        "KONTRAK, PPK, Operator Satker, jenis unggahan Kontrak"
    })
    void otherKindsGoElsewhereInEspmAndNeedNoCode(String jenis, String jabatan, String operator, String upload)
            throws Exception {
        Path other = VerifyCommandTest.signed(program, practice, jenis, jabatan, home.resolve("lain"));

        assertThat(program.run("handover", other, "--out", out, "--trust", practice.trust())
                        .exit())
                .isZero();

        try (PDDocument document = Loader.loadPDF(
                out.resolve(other.getFileName() + ".pengantar.pdf").toFile())) {
            assertThat(new PDFTextStripper().getText(document).replaceAll("\\s+", " "))
                    .contains(operator, upload)
                    .doesNotContain("kode keamanan");
        }
    }

    @Test
    void withoutTrustTheSheetSaysThatEspmDecides() throws Exception {
        Program.Result result = program.run("handover", bundle, "--out", out);

        assertThat(result.exit()).as(result.err()).isZero();
        try (PDDocument document = Loader.loadPDF(
                out.resolve(bundle.getFileName() + ".pengantar.pdf").toFile())) {
            assertThat(new PDFTextStripper().getText(document)).contains("belum dapat dipastikan");
        }
    }

    @Test
    void existingFilesStayWithoutForce() throws IOException {
        Files.createDirectory(out);
        Path mine = Files.writeString(out.resolve(bundle.getFileName() + ".pengantar.pdf"), "milik saya");

        Program.Result result = program.run("handover", bundle, "--out", out, "--json");

        assertThat(result.exit()).isEqualTo(5);
        assertThat(Documents.read("handover", result.out())
                        .at("/bundles/0/error/code")
                        .asString())
                .isEqualTo("OUTPUT_EXISTS");
        assertThat(mine).hasContent("milik saya");
        assertThat(out.resolve(bundle.getFileName())).doesNotExist();
        assertThat(program.run("handover", bundle, "--out", out, "--force").exit())
                .isZero();
        assertThat(out.resolve(bundle.getFileName())).hasSameBinaryContentAs(bundle);
    }

    @Test
    void theBundleItselfIsNeverReplaced() throws IOException {
        byte[] before = Files.readAllBytes(bundle);

        Program.Result result = program.run("handover", bundle, "--out", bundle.getParent(), "--force");

        assertThat(result.exit()).isEqualTo(5);
        assertThat(bundle).hasBinaryContent(before);
        assertThat(bundle.resolveSibling(bundle.getFileName() + ".pengantar.pdf"))
                .doesNotExist();
    }

    @Test
    void aDamagedBundleIsNotHandedOverAndTheOthersAre() throws IOException {
        Path broken = Zips.flip(bundle, "adk/00123A.zip.p7m", 200, home.resolve("broken.asice"));

        Program.Result result = program.run("handover", broken, bundle, "--out", out, "--json");

        assertThat(result.exit()).isEqualTo(1);
        assertThat(out.resolve("broken.asice")).doesNotExist();
        assertThat(out.resolve(bundle.getFileName())).exists();
        assertThat(Documents.read("handover", result.out()).path("bundles")).hasSize(2);
    }

    @Test
    void theFolderMustBeNamed() {
        assertThat(program.run("handover", bundle).exit()).isEqualTo(2);
    }

    private static String codeOn(PDDocument sheet) throws Exception {
        BufferedImage image = new PDFRenderer(sheet).renderImageWithDPI(0, 150);
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        LuminanceSource source = new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels);
        return new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(source)))
                .getText();
    }
}
